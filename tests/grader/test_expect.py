"""What tests demand of answers: right ones pass, and each kind of wrong one is told in its own sentence."""

from collections.abc import Callable

import numpy as np
import pytest

from grader.pipe.pool import Workers
from grader.result.evidence import Fit
from grader.source.module import Source, parse
from grader.testing import Apply, Learner, Param, Pullback, Step, array, expect, rounding
from grader.testing.failure import Failed, FailedOnce
from grader.testing.fit import line_of
from grader.testing.learner import Session
from tests.blueprints import Linear

MODULE = b"""
import torch
from torch import nn

def same(x): return x
def double(x): return 2 * x
def minus(x): return -x
def twice_minus(x): return -2 * x
def whole_minus(x): return -x.long()
def from_numpy(x): return x.numpy()
def transposed(x): return x.T
def whole(x): return x.long()
def nan(x): return x / 0 * 0
def shifted(x): return x + 2.5
def plain(x): return x.detach()
def in_place(x): x.add_(1); return x.clone()
def seeds(x): torch.manual_seed(0); return x
def no_grad(x): torch.set_grad_enabled(False); return x
def doubles(x): torch.set_default_dtype(torch.float64); return x
def pair(x): return x, x
def listed(x): return [1.0, 2.0]
def tensors(x): return [torch.tensor(1.0), 2.0]
def liar(x):
    class Liar(torch.Tensor):
        __eq__ = __sub__ = __abs__ = lambda *_: True
    return (x + 1).as_subclass(Liar)
def layer(x): return nn.Linear(2, 3)
def keeps(x):
    m = nn.Linear(1, 1); m.weight.data = x; nn.init.zeros_(m.bias); return m
def training(model): return nn.MSELoss(), torch.optim.SGD(model.parameters(), lr=0.5)
def number(x): return 7
def optimizer_and_class(x): return torch.optim.SGD([x.requires_grad_()], lr=0.5), nn.MSELoss
def trained(x, y, weight, bias): return weight, bias
def large(x): return [0.0] * 50_000
"""
X = np.array([[1.0, 2.0], [3.0, -4.0]])


@pytest.fixture
def learner(workers: Workers) -> Learner:
    """A module with one function for each way of being right or wrong."""
    source = parse("ex01_ways", MODULE)
    assert isinstance(source, Source)
    return Learner(Session(source, workers))


def test_a_right_tensor_passes(learner: Learner) -> None:
    """Same shape, dtype and numbers."""
    expect(learner.same(X)).equals(X)


@pytest.mark.parametrize(
    ("function", "said"),
    [
        ("double", "It is 2 times what it should be."),
        ("minus", "The sign is wrong."),
        ("twice_minus", "The sign is wrong, and it is 2 times as large as it should be."),
        ("shifted", "Every number is off by +2.5."),
        ("whole", "The dtype is torch.int64, not torch.float32."),
        ("whole_minus", "The dtype is torch.int64, not torch.float32. The numbers are not the right ones either."),
        ("from_numpy", "The result is a NumPy array: return the tensor itself."),
        ("nan", "There are numbers that are not finite (nan or inf)."),
        ("transposed", "2 of 4 numbers differ, the first at [0, 1]."),
        ("pair", "The result is a tuple, not a tensor."),
        ("number", "The result is an int, not a tensor."),
        ("liar", "Every number is off by +1."),
    ],
)
def test_a_wrong_tensor_is_told_in_one_sentence(learner: Learner, function: str, said: str) -> None:
    """The most telling difference."""
    with pytest.raises(Failed) as failed:
        expect(learner.call(function, X)).equals(X)
    assert failed.value.evidence.explanation() == said


def test_the_lines_of_a_long_tensor_stand_below_each_other(learner: Learner) -> None:
    """In what is returned as in what is expected, behind the name of a part."""
    wide = np.arange(24.0).reshape(6, 4)
    part, _ = learner.pair(wide).parts("weight", "bias")

    with pytest.raises(Failed) as failed:
        expect(part).equals(2 * wide)

    for text in (failed.value.evidence.returned, failed.value.evidence.expected):
        first, *others = text.splitlines()
        assert first.startswith("weight = torch.tensor([[")
        assert {len(line) - len(line.lstrip()) for line in others} == {len("weight = torch.tensor([")}


def test_a_table_is_broken_between_its_rows_to_fit_a_terminal_of_80_columns(learner: Learner) -> None:
    """A row of three long numbers stays whole behind the name of a part; a report puts 12 columns before it."""
    part, _ = learner.pair(np.full((2, 3), np.float32(1 / 3))).parts("model.weight", "bias")

    with pytest.raises(Failed) as failed:
        expect(part).equals(np.ones((2, 3)))
    rows = failed.value.evidence.returned.splitlines()

    assert [row.count("0.3333") for row in rows] == [3, 3]
    assert max(map(len, rows)) <= 80 - 12


def test_an_object_is_named_and_not_dumped(learner: Learner) -> None:
    """An optimizer's repr lists ten settings on as many lines, and that of a class says where torch keeps it."""
    with pytest.raises(Failed) as failed:
        expect(learner.optimizer_and_class(X)).equals(X)

    assert failed.value.evidence.returned == "(SGD(…), the class MSELoss)"


def test_a_wrong_shape_names_both(learner: Learner) -> None:
    """What it is and what it should be."""
    with pytest.raises(Failed, match=r"The shape is \(2, 2\), not \(2, 1\)\."):
        expect(learner.same(X)).equals([[1.0], [2.0]])


@pytest.mark.parametrize(
    ("function", "demand", "said"),
    [
        ("in_place", lambda answer: answer.kept_its_inputs(), "The call changed its input x."),
        ("seeds", lambda answer: answer.left_torch_as_it_was(), "seeds torch's global generator"),
        ("no_grad", lambda answer: answer.left_torch_as_it_was(), "switches gradient recording off"),
        ("doubles", lambda answer: answer.left_torch_as_it_was(), "default dtype to float64"),
        ("plain", lambda answer: answer.requires_grad(), "does not require grad"),
        ("listed", lambda answer: answer.is_floats([1.0, 3.0], within=1e-6), "Item 1 is 2.0, but should be 3.0."),
        ("listed", lambda answer: answer.is_floats([1.0], within=1e-6), "has 2 items, not 1"),
        ("tensors", lambda answer: answer.is_floats([1.0, 2.0], within=1e-6), "Item 0 is a tensor, not a Python float"),
        ("same", lambda answer: answer.is_module("Linear"), "is not an nn.Linear"),
    ],
)
def test_what_a_call_leaves_behind(
    learner: Learner, function: str, demand: Callable[[object], None], said: str
) -> None:
    """Side effects, flags and lists."""
    with pytest.raises(Failed) as failed:
        demand(expect(learner.call(function, X)))
    assert said in failed.value.evidence.explanation()


def test_settings_of_one_call_do_not_reach_the_next(learner: Learner) -> None:
    """Each call finds torch fresh."""
    learner.doubles(X)
    learner.no_grad(X)

    expect(learner.double(X)).left_torch_as_it_was()
    expect(learner.double(Param(X))).requires_grad()


def test_a_cotangent_is_pulled_back(learner: Learner) -> None:
    """Through the learner's function, in the other process."""
    answer = learner.call("double", Param(X), then=Pullback(array(np.ones((2, 2)))))

    expect(answer.gradient("0", "x")).equals(2 * np.ones((2, 2)))


def test_a_cut_graph_is_said_to_be_cut(learner: Learner) -> None:
    """Not an exception of torch's."""
    answer = learner.call("plain", Param(X), then=Pullback(array(np.ones((2, 2)))))

    with pytest.raises(Failed, match="No gradient reaches x"):
        answer.gradient("0", "x")


def test_a_returned_layer_is_used(learner: Learner) -> None:
    """Its prediction is a number like any other."""
    answer = learner.call("keeps", np.array([[2.0]]), then=Apply((array(np.array([[3.0]])),)))
    expect(answer).is_module("Linear")

    expect(answer.observed_value("layer(X)")).equals([[6.0]])


def test_shared_memory_shows_in_the_prediction(learner: Learner) -> None:
    """The argument is overwritten before the layer is used."""
    then = Apply((array(np.array([[3.0]])),), overwrite_arguments=True)
    answer = learner.call("keeps", np.array([[2.0]]), then=then)

    with pytest.raises(Failed, match=r"22\.5"):
        expect(answer.observed_value("layer(X)")).equals([[6.0]])


def test_a_returned_optimizer_steps(learner: Learner) -> None:
    """With gradients that the judge sets: 0.5 * (1 + 3) * 1 is taken away."""
    model = Linear(array(np.array([[5.0]])), array(np.array([1.0])))
    gradients = (array(np.array([[1.0]])), array(np.array([0.0])))
    answer = learner.call("training", model, then=Step((1,), gradients, factors=(1.0, 3.0)))

    expect(answer.argument(0, "model").parameter("weight")).equals([[3.0]])
    expect(answer.argument(0, "model").parameter("bias")).equals([1.0])


def test_an_argument_that_float32_cannot_hold_is_refused(learner: Learner) -> None:
    """The oracle would see another number than the learner."""
    with pytest.raises(ValueError, match="not exact in float32"):
        learner.same(np.array([0.1]))


def test_large_answers_end_the_test(learner: Learner) -> None:
    """Hypothesis would keep each of them while it looks for a smaller call."""
    for _ in range(2):
        learner.large(np.zeros(2))

    with pytest.raises(FailedOnce) as failed:
        learner.large(np.zeros(2))

    assert failed.value.evidence.message == "What came back in this test is too large to look at."


def test_rounding_grows_with_the_scale() -> None:
    """Eight roundings of a number near four cost less than two millionths of it."""
    assert 0 < rounding(4.0, 8) < 2e-6 < rounding(40.0, 8)


def test_predictions_along_one_feature_can_be_drawn(learner: Learner) -> None:
    """The feature is the first argument, with one column."""
    feature = np.array([[1.0], [2.0], [4.0]])
    with pytest.raises(Failed) as caught:
        expect(learner.double(feature)).equals(3 * feature)

    assert caught.value.evidence.fit == Fit.of([1, 2, 4], [], [2, 4, 8], [3, 6, 12])


@pytest.mark.parametrize("feature", [X, np.array([[1.0], [2.0]]), np.array([[2.0], [2.0], [2.0]])])
def test_other_numbers_are_no_line(learner: Learner, feature: np.ndarray) -> None:
    """Two features, two rows, or one value only."""
    with pytest.raises(Failed) as caught:
        expect(learner.double(feature)).equals(3 * feature)

    assert caught.value.evidence.fit is None


def test_a_trained_line_can_be_drawn_beside_its_data(learner: Learner) -> None:
    """What the returned weight and bias predict, and what the right ones do."""
    x, y = np.array([[1.0], [2.0], [3.0]]), np.array([[20.0], [40.0], [60.0]])
    answer = learner.trained(x, y, np.array([[5.0]]), np.array([1.0]))
    fit = line_of(answer.parts("weight", "bias"), [np.array([[7.0]]), np.array([2.0])])

    assert fit == Fit.of([1, 2, 3], [20, 40, 60], [6, 11, 16], [9, 16, 23])


@pytest.mark.parametrize(("x", "weight"), [(X, np.ones((2, 1))), (np.ones((3, 1)), np.ones((1, 1)))])
def test_no_line_where_there_is_none(learner: Learner, x: np.ndarray, weight: np.ndarray) -> None:
    """Several features, or one value only."""
    answer = learner.trained(x, x[:, :1], weight, np.array([1.0]))

    assert line_of(answer.parts("weight", "bias"), [weight, np.array([2.0])]) is None
