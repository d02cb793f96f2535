"""Exercise 12, hidden: the loss for any predictions, and steps with any gradients for any model."""

from dataclasses import dataclass, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.testing import Apply, Floats, Learner, Param, Step, array, arrays, expect, pairs, rounding
from grader.testing.values import to_value
from tests.blueprints import Linear, TwoLayer, WithSlopes
from tests.hidden import oracles

MODEL = Linear(array(np.array([[1.0, 0.5, -2.0], [0.25, -1.0, 3.0]])), array(np.array([1.0, -0.5, 0.0])))
FACTORS = ((1.0,), (1.0, -0.5), (1.0, 0.5, 2.0))  # of the gradients, step by step
learning_rates = st.integers(1, 6).map(lambda halvings: 0.5**halvings)


@pytest.mark.task("loss_fn")
@given(drawn=pairs(sizes=((3, 2), (2, 4), (4, 3), (5, 2), (1, 3), (4, 1), (1, 1))))
def test_the_loss_is_the_mse_of_any_predictions(learner: Learner, drawn: tuple[Floats, Floats]) -> None:
    """loss_fn(pred, target) is the mean of all squared differences, and its gradient flows back to pred."""
    pred, target = drawn
    then = Apply((to_value(Param(pred)), array(target)), path=(0,), cotangent=array(1.0))
    answer = learner.call("build_training", MODEL, 0.125, then=then)
    answer.parts("loss_fn", "optimizer")
    # squares of quarters and their sums are exact in float32; only the division by n k rounds, in some order
    expect(answer.observed_value("loss_fn(pred, target)")).equals(oracles.mse(pred, target))
    expect(answer.gradient("input 0", "pred")).equals(2 * (pred - target) / pred.size)


@dataclass(frozen=True)
class Steps:
    """Parameters as PyTorch keeps them, by name, a gradient for each, and how the optimizer steps."""

    parameters: dict[str, Floats]
    gradients: dict[str, Floats]
    lr: float
    factors: tuple[float, ...]

    @property
    def step(self) -> Step:
        """What to do with the optimizer."""
        return Step(path=(1,), gradients=tuple(map(array, self.gradients.values())), factors=self.factors)

    def layer(self, prefix: str = "") -> Linear:
        """The blueprint of one layer."""
        return Linear(array(self.parameters[f"{prefix}weight"].T), array(self.parameters[f"{prefix}bias"]))


@st.composite
def steps(draw: st.DrawFn, sizes: tuple[tuple[int, int, int], ...], two_layers: bool) -> Steps:
    """Parameters and gradients for one layer (d, k), or for two (d, h) and (h, k)."""
    d, h, k = draw(st.sampled_from(sizes))
    shapes: dict[str, tuple[int, ...]] = {"weight": (k, d), "bias": (k,)}
    if two_layers:
        shapes = {"0.weight": (h, d), "0.bias": (h,), "2.weight": (k, h), "2.bias": (k,)}
    drawn = draw(arrays(*shapes.values(), *shapes.values()))
    parameters = dict(zip(shapes, drawn, strict=False))
    gradients = dict(zip(shapes, drawn[len(shapes) :], strict=True))
    return Steps(parameters, gradients, draw(learning_rates), draw(st.sampled_from(FACTORS)))


def expect_plain_steps(learner: Learner, model: Linear | TwoLayer | WithSlopes, case: Steps) -> None:
    """Require theta - lr * (sum of the factors) * gradient for every parameter."""
    answer = learner.call("build_training", model, case.lr, then=case.step)
    answer.parts("loss_fn", "optimizer")
    after = answer.argument(0, "model")
    for name, before in case.parameters.items():
        moved = case.lr * sum(case.factors) * case.gradients[name]
        largest = case.lr * sum(map(abs, case.factors)) * np.abs(case.gradients[name])
        # quarters and a power of two: float32 holds every step exactly, so this is for other orders of the same sums
        within = rounding(np.abs(before) + largest, 4)
        expect(after.parameter(name)).equals(before - moved, within=within)


@pytest.mark.task("optimizer")
@given(case=steps(sizes=((3, 0, 2), (2, 0, 4), (4, 0, 3), (1, 0, 1)), two_layers=False))
def test_every_step_is_lr_times_the_gradient(learner: Learner, case: Steps) -> None:
    """Each step subtracts lr times its gradient from every parameter, always in the same way: no momentum, no decay."""
    expect_plain_steps(learner, case.layer(), case)


@pytest.mark.task("optimizer")
def test_a_learning_rate_of_zero_moves_nothing(learner: Learner, rng: np.random.Generator) -> None:
    """With lr = 0.0 every step has length zero: weight and bias keep their numbers."""
    case = replace(quarters(rng, {"weight": (2, 3), "bias": (2,)}, factors=(1.0, 1.0)), lr=0.0)
    expect_plain_steps(learner, case.layer(), case)


@pytest.mark.task("optimizer")
@given(case=steps(sizes=((3, 4, 2), (2, 3, 4)), two_layers=True))
def test_the_model_may_be_any_module(learner: Learner, case: Steps) -> None:
    """All parameters of a model with several layers are updated."""
    expect_plain_steps(learner, TwoLayer(case.layer("0."), case.layer("2.")), case)


@pytest.mark.task("optimizer")
def test_the_same_gradients_make_the_same_step_again(learner: Learner, rng: np.random.Generator) -> None:
    """A step leaves the gradients alone: a second step without another backward() moves everything as far again."""
    case = quarters(rng, {"weight": (2, 3), "bias": (2,)}, factors=(1.0, 1.0))
    expect_plain_steps(learner, case.layer(), case)


@pytest.mark.task("optimizer")
def test_parameters_that_belong_to_no_linear_layer(learner: Learner, rng: np.random.Generator) -> None:
    """A layer of another kind, here nn.PReLU, has parameters too, and they are updated like all others."""
    case = quarters(rng, {"0.weight": (2, 3), "0.bias": (2,), "1.weight": (2,)})
    expect_plain_steps(learner, WithSlopes(case.layer("0."), array(case.parameters["1.weight"])), case)


def quarters(
    rng: np.random.Generator, shapes: dict[str, tuple[int, ...]], factors: tuple[float, ...] = (1.0,)
) -> Steps:
    """Parameters and gradients of these shapes, quarters from 0.25 to 2, and a learning rate of 0.5."""
    parameters, gradients = ({name: rng.integers(1, 9, shapes[name]) / 4 for name in shapes} for _ in range(2))
    return Steps(parameters, gradients, 0.5, factors)


@pytest.mark.task("optimizer")
@given(case=steps(sizes=((3, 4, 2), (2, 3, 4)), two_layers=True))
def test_nothing_is_updated_before_the_first_step(learner: Learner, case: Steps) -> None:
    """Before the first step, all parameters are as they were and require grad."""
    answer = learner.build_training(TwoLayer(case.layer("0."), case.layer("2.")), case.lr)
    after = answer.argument(0, "model")
    for name, before in case.parameters.items():
        expect(after.parameter(name)).equals(before)
        expect(after.parameter(name)).requires_grad()


@pytest.mark.task("loss_fn", "optimizer")
@settings(max_examples=3)
@given(case=steps(sizes=((3, 0, 2), (2, 0, 4)), two_layers=False))
def test_building_leaves_torch_as_it_was(learner: Learner, case: Steps) -> None:
    """build_training seeds nothing, and leaves torch's default dtype and grad mode as they were."""
    expect(learner.build_training(case.layer(), case.lr)).left_torch_as_it_was()
