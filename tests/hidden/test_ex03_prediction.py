"""Exercise 3, hidden: the weighted sum for any problem, and the exact gradients that flow back through it."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.testing import (
    EQUAL_SIZES,
    ONE_OF_SOMETHING,
    Floats,
    Learner,
    LinearProblem,
    Param,
    Pullback,
    array,
    arrays,
    expect,
    large_problems,
    linear_problems,
    problems_of_each,
    rounding,
)
from tests.hidden import oracles


def expect_right(learner: Learner, problem: LinearProblem) -> None:
    """Require the problem's predictions."""
    right = oracles.predict(problem.X, problem.weight, problem.bias)
    # quarters multiply and add without rounding in float32, so half an ulp of the largest sum is generous
    scale = oracles.prediction_scale(problem.X, problem.weight, problem.bias)
    expect(learner.predict(problem.X, problem.weight, problem.bias)).equals(right, within=rounding(scale, 4))


@pytest.mark.task("weighted_sum")
@given(problem=linear_problems())
def test_every_row_is_the_weighted_sum_plus_bias(learner: Learner, problem: LinearProblem) -> None:
    """Each prediction is that row of X times weight, plus bias."""
    expect_right(learner, problem)


@pytest.mark.task("weighted_sum")
@settings(max_examples=3)
@given(problems=problems_of_each(ONE_OF_SOMETHING))
def test_one_sample_one_feature_or_one_output(learner: Learner, problems: tuple[LinearProblem, ...]) -> None:
    """With one sample, one feature or one output, the prediction still has shape (n, k)."""
    for problem in problems:
        expect_right(learner, problem)


@pytest.mark.task("weighted_sum")
@settings(max_examples=3)
@given(problems=problems_of_each(EQUAL_SIZES))
def test_sizes_may_be_equal(learner: Learner, problems: tuple[LinearProblem, ...]) -> None:
    """If two of n, d and k are equal, or all three, each prediction is still the weighted sum plus bias."""
    for problem in problems:
        expect_right(learner, problem)


@pytest.mark.task("weighted_sum")
def test_many_samples_features_and_outputs(learner: Learner, rng: np.random.Generator) -> None:
    """With dozens of samples and more features and outputs than in any example, every call returns its own result."""
    first, second = large_problems(rng)
    before = first.X, first.weight, first.bias
    answer = learner.call("predict", second.X, second.weight, second.bias, before=before)
    # sums of this size are still exact in float32
    expect(answer).equals(oracles.predict(second.X, second.weight, second.bias))
    expect(answer).left_the_result_before_alone()


@pytest.mark.task("weighted_sum")
@given(problem=linear_problems())
def test_leaves_inputs_and_torch_as_they_were(learner: Learner, problem: LinearProblem) -> None:
    """X, weight and bias are not changed, nothing is seeded, and torch's settings stay as they are."""
    answer = learner.predict(problem.X, problem.weight, problem.bias)
    expect(answer).kept_its_inputs()
    expect(answer).left_torch_as_it_was()


@st.composite
def problems_with_cotangents(draw: st.DrawFn) -> tuple[LinearProblem, Floats]:
    """A problem, and the gradient of some later loss with respect to each prediction."""
    problem = draw(linear_problems())
    (cotangent,) = draw(arrays((problem.n, problem.k)))
    return problem, cotangent


def expect_right_gradients(learner: Learner, problem: LinearProblem, cotangent: Floats) -> None:
    """Require what reaches weight and bias when these numbers flow back through the prediction."""
    parameters = Param(problem.weight), Param(problem.bias)
    answer = learner.call("predict", problem.X, *parameters, then=Pullback(array(cotangent)))
    # d sum(C * (X W + b)) / dW = X^T C, and / db = the column sums of C
    scale = np.abs(problem.X).T @ np.abs(cotangent)
    expect(answer.gradient("1", "weight")).equals(problem.X.T @ cotangent, within=rounding(scale, 4))
    expect(answer.gradient("2", "bias")).equals(
        cotangent.sum(axis=0), within=rounding(np.abs(cotangent).sum(axis=0), 4)
    )


@pytest.mark.task("gradient_flow")
@given(drawn=problems_with_cotangents())
def test_gradients_are_those_of_the_weighted_sum(learner: Learner, drawn: tuple[LinearProblem, Floats]) -> None:
    """Gradients that flow back through the prediction reach weight and bias in full."""
    expect_right_gradients(learner, *drawn)


@pytest.mark.task("gradient_flow")
def test_gradients_of_many_samples_features_and_outputs(learner: Learner, rng: np.random.Generator) -> None:
    """With dozens of samples and more features and outputs than in any example, gradients still flow in full."""
    # sums of this size are still exact in float32
    problem, other = large_problems(rng)
    expect_right_gradients(learner, problem, other.y)
