"""Exercise 5, hidden: exact gradients for any problem, whatever happened before the call."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.testing import (
    EQUAL_SIZES,
    ONE_OF_SOMETHING,
    Answer,
    Learner,
    LinearProblem,
    Param,
    expect,
    large_problems,
    linear_problems,
    problems_of_each,
    rounding,
    say,
)
from tests.hidden import oracles

GRADIENTS = ("grad_weight", "grad_bias")
# predictions and errors of quarters are exact; factor, product, quotient and a sum over at most five samples round
ROUNDINGS = 10


def expect_right(
    answer: Answer, problem: LinearProblem, names: tuple[str, str] = GRADIENTS, roundings: int = ROUNDINGS
) -> None:
    """Require a pair that is exactly the problem's gradients."""
    grad_weight, grad_bias = answer.parts(*names)
    data = problem.X, problem.y, problem.weight, problem.bias
    right_weight, right_bias = oracles.gradients(*data)
    scale_weight, scale_bias = oracles.gradient_scales(*data)
    expect(grad_weight).equals(right_weight, within=rounding(scale_weight, roundings))
    expect(grad_bias).equals(right_bias, within=rounding(scale_bias, roundings))


@pytest.mark.task("gradients")
@given(problem=linear_problems())
def test_gradients_of_the_mean_squared_error(learner: Learner, problem: LinearProblem) -> None:
    """Both gradients are those of the mean squared error of X @ weight + bias over all n * k entries."""
    parameters = Param(problem.weight), Param(problem.bias)
    expect_right(learner.autograd_gradients(problem.X, problem.y, *parameters), problem)


@pytest.mark.task("gradients")
@settings(max_examples=3)
@given(problems=problems_of_each(ONE_OF_SOMETHING))
def test_one_sample_one_feature_or_one_output(learner: Learner, problems: tuple[LinearProblem, ...]) -> None:
    """With one sample, one feature or one output, the shapes are still (d, k) and (k,)."""
    for problem in problems:
        parameters = Param(problem.weight), Param(problem.bias)
        expect_right(learner.autograd_gradients(problem.X, problem.y, *parameters), problem)


@pytest.mark.task("gradients")
@settings(max_examples=3)
@given(problems=problems_of_each(EQUAL_SIZES))
def test_sizes_may_be_equal(learner: Learner, problems: tuple[LinearProblem, ...]) -> None:
    """If two of n, d and k are equal, or all three, the gradients are still right."""
    for problem in problems:
        parameters = Param(problem.weight), Param(problem.bias)
        expect_right(learner.autograd_gradients(problem.X, problem.y, *parameters), problem)


@pytest.mark.task("gradients")
def test_many_samples_features_and_outputs(learner: Learner, rng: np.random.Generator) -> None:
    """With dozens of samples and more features and outputs than in any example, each call has its own gradients."""
    first, second = large_problems(rng)
    calls = [(one.X, one.y, Param(one.weight), Param(one.bias)) for one in (first, second)]
    answer = learner.call("autograd_gradients", *calls[1], before=calls[0])
    # a sum over dozens of samples may be rounded at each of them
    expect_right(answer, second, roundings=ROUNDINGS + second.n)
    expect(answer).left_the_result_before_alone()


@pytest.mark.task("gradients")
def test_gradients_of_the_crops(learner: Learner, rng: np.random.Generator) -> None:
    """For the crops, whose gradients are large, both are right for any parameters."""
    # 64ths: the products with the crops' whole numbers and their sums stay exact in float32
    weight, bias = (np.round(64 * rng.normal(size=shape)) / 64 for shape in ((3, 2), (2,)))
    problem = LinearProblem(oracles.WEATHER, oracles.CROPS, weight, bias)
    expect_right(learner.autograd_gradients(problem.X, problem.y, Param(weight), Param(bias)), problem)


@pytest.mark.task("gradients")
@settings(max_examples=4)
@given(problem=linear_problems())
def test_leaves_tensors_and_torch_as_they_were(learner: Learner, problem: LinearProblem) -> None:
    """All four inputs keep their numbers and requires_grad, nothing is seeded, and torch's settings do not change."""
    answer = learner.autograd_gradients(problem.X, problem.y, Param(problem.weight), Param(problem.bias))
    expect(answer).kept_its_inputs()
    expect(answer).left_torch_as_it_was()


@pytest.mark.task("every_call")
@given(problem=linear_problems())
def test_every_call_gives_its_own_gradients(learner: Learner, problem: LinearProblem) -> None:
    """A second call with the same tensors gives the same gradients, not their sum."""
    parameters = Param(problem.weight), Param(problem.bias)
    answer = learner.call("autograd_gradients", problem.X, problem.y, *parameters, repeat=2)
    for index, ordinal in enumerate(("first", "second")):
        names = f"{ordinal} grad_weight", f"{ordinal} grad_bias"
        expect_right(answer.nth(index), problem, names)


@pytest.mark.task("every_call")
def test_every_call_on_many_samples(learner: Learner, rng: np.random.Generator) -> None:
    """With dozens of samples and more features and outputs than in any example, a second call adds nothing either."""
    problem, _other = large_problems(rng)
    parameters = Param(problem.weight), Param(problem.bias)
    answer = learner.call("autograd_gradients", problem.X, problem.y, *parameters, repeat=2)
    names = "second grad_weight", "second grad_bias"
    expect_right(answer.nth(1), problem, names, roundings=ROUNDINGS + problem.n)


# not zero, which would go unnoticed
old_numbers = st.integers(1, 16).map(lambda quarter: quarter / 4)


@pytest.mark.task("every_call")
@settings(max_examples=8)
@given(problem=linear_problems(), old=old_numbers)
def test_old_gradients_add_nothing(learner: Learner, problem: LinearProblem, old: float) -> None:
    """An old .grad of weight, of bias or of both adds nothing to the result."""
    old_weight, old_bias = np.full_like(problem.weight, old), np.full_like(problem.bias, -old)
    for in_weight, in_bias in ((old_weight, old_bias), (old_weight, None), (None, old_bias)):
        parameters = Param(problem.weight, in_weight), Param(problem.bias, in_bias)
        expect_right(learner.autograd_gradients(problem.X, problem.y, *parameters), problem)


@st.composite
def two_problems(draw: st.DrawFn) -> tuple[LinearProblem, LinearProblem]:
    """Two problems of the same sizes."""
    first = draw(linear_problems())
    return first, draw(linear_problems(sizes=((first.n, first.d, first.k),)))


@pytest.mark.task("every_call")
@settings(max_examples=8)
@given(drawn=two_problems())
def test_an_earlier_call_leaves_no_trace(learner: Learner, drawn: tuple[LinearProblem, LinearProblem]) -> None:
    """After a call with other tensors of the same shapes, the result depends on the new tensors alone."""
    names = say("grad_weight after a call with other tensors"), say("grad_bias after a call with other tensors")
    for problem in drawn:
        answer = learner.autograd_gradients(problem.X, problem.y, Param(problem.weight), Param(problem.bias))
    expect_right(answer, drawn[1], names)
