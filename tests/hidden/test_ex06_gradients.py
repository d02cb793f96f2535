"""Exercise 6, hidden: both gradients for any problem, each task judged on its own."""

import numpy as np
import pytest
from hypothesis import given, settings

from grader.testing import (
    EQUAL_SIZES,
    ONE_OF_SOMETHING,
    Learner,
    LinearProblem,
    Part,
    expect,
    large_problems,
    linear_problems,
    problems_of_each,
    rounding,
)
from tests.hidden import oracles

# predictions and errors of quarters are exact; factor, product, quotient and a sum over at most five samples round
ROUNDINGS = 10


def gradients(learner: Learner, problem: LinearProblem) -> tuple[Part, ...]:
    """The pair that the learner's function returns."""
    return learner.manual_gradients(problem.X, problem.y, problem.weight, problem.bias).parts(
        "grad_weight", "grad_bias"
    )


def expect_right(part: Part, problem: LinearProblem, item: int, roundings: int = ROUNDINGS) -> None:
    """Require exactly the problem's gradient: item 0 for weight, 1 for bias."""
    data = problem.X, problem.y, problem.weight, problem.bias
    scale = oracles.gradient_scales(*data)[item]
    expect(part).equals(oracles.gradients(*data)[item], within=rounding(scale, roundings))


def crops(rng: np.random.Generator) -> LinearProblem:
    """The crops with random parameters."""
    # 64ths: the products with the crops' whole numbers and their sums stay exact in float32
    weight, bias = (np.round(64 * rng.normal(size=shape)) / 64 for shape in ((3, 2), (2,)))
    return LinearProblem(oracles.WEATHER, oracles.CROPS, weight, bias)


@pytest.mark.task("weight_gradient")
@given(problem=linear_problems())
def test_weight_gradient_follows_the_formula(learner: Learner, problem: LinearProblem) -> None:
    """Each weight's gradient is 2 / (n * k) times the sum over the samples of its feature times its output's error."""
    grad_weight, _ = gradients(learner, problem)
    expect_right(grad_weight, problem, 0)


@pytest.mark.task("weight_gradient")
@settings(max_examples=3)
@given(problems=problems_of_each(ONE_OF_SOMETHING))
def test_weight_gradient_with_one_of_something(learner: Learner, problems: tuple[LinearProblem, ...]) -> None:
    """With one sample, one feature or one output, the weight's gradient is still right and has shape (d, k)."""
    for problem in problems:
        grad_weight, _ = gradients(learner, problem)
        expect_right(grad_weight, problem, 0)


@pytest.mark.task("weight_gradient")
@settings(max_examples=3)
@given(problems=problems_of_each(EQUAL_SIZES))
def test_weight_gradient_with_equal_sizes(learner: Learner, problems: tuple[LinearProblem, ...]) -> None:
    """If two of n, d and k are equal, or all three, the weight's gradient is still right."""
    for problem in problems:
        grad_weight, _ = gradients(learner, problem)
        expect_right(grad_weight, problem, 0)


@pytest.mark.task("weight_gradient")
def test_weight_gradient_with_many_of_everything(learner: Learner, rng: np.random.Generator) -> None:
    """With dozens of samples and more features and outputs than in any example, the weight's gradient is right."""
    first, second = large_problems(rng)
    calls = [(one.X, one.y, one.weight, one.bias) for one in (first, second)]
    answer = learner.call("manual_gradients", *calls[1], before=calls[0])
    part = answer.parts("grad_weight", "grad_bias")[0]
    # a sum over dozens of samples may be rounded at each of them
    expect_right(part, second, 0, roundings=ROUNDINGS + second.n)
    expect(answer).left_the_result_before_alone()


@pytest.mark.task("weight_gradient")
def test_weight_gradient_of_the_crops(learner: Learner, rng: np.random.Generator) -> None:
    """For the crops, whose gradients are large, the weight's gradient is right for any parameters."""
    problem = crops(rng)
    grad_weight, _ = gradients(learner, problem)
    expect_right(grad_weight, problem, 0)


@pytest.mark.task("weight_gradient")
@settings(max_examples=4)
@given(problem=linear_problems())
def test_leaves_tensors_and_torch_as_they_were(learner: Learner, problem: LinearProblem) -> None:
    """X, y, weight and bias come back unchanged, nothing is seeded, and torch's settings stay as they are."""
    answer = learner.manual_gradients(problem.X, problem.y, problem.weight, problem.bias)
    expect(answer).kept_its_inputs()
    expect(answer).left_torch_as_it_was()


@pytest.mark.task("bias_gradient")
@given(problem=linear_problems())
def test_bias_gradient_follows_the_formula(learner: Learner, problem: LinearProblem) -> None:
    """Each bias's gradient is 2 / (n * k) times the sum over the samples of its output's errors."""
    _, grad_bias = gradients(learner, problem)
    expect_right(grad_bias, problem, 1)


@pytest.mark.task("bias_gradient")
@settings(max_examples=3)
@given(problems=problems_of_each(ONE_OF_SOMETHING))
def test_bias_gradient_with_one_of_something(learner: Learner, problems: tuple[LinearProblem, ...]) -> None:
    """With one sample, one feature or one output, the bias's gradient is still right and has shape (k,)."""
    for problem in problems:
        _, grad_bias = gradients(learner, problem)
        expect_right(grad_bias, problem, 1)


@pytest.mark.task("bias_gradient")
@settings(max_examples=3)
@given(problems=problems_of_each(EQUAL_SIZES))
def test_bias_gradient_with_equal_sizes(learner: Learner, problems: tuple[LinearProblem, ...]) -> None:
    """If two of n, d and k are equal, or all three, the bias's gradient is still right."""
    for problem in problems:
        _, grad_bias = gradients(learner, problem)
        expect_right(grad_bias, problem, 1)


@pytest.mark.task("bias_gradient")
def test_bias_gradient_with_many_of_everything(learner: Learner, rng: np.random.Generator) -> None:
    """With dozens of samples and more features and outputs than in any example, the bias's gradient is right."""
    first, second = large_problems(rng)
    calls = [(one.X, one.y, one.weight, one.bias) for one in (first, second)]
    answer = learner.call("manual_gradients", *calls[1], before=calls[0])
    part = answer.parts("grad_weight", "grad_bias")[1]
    # a sum over dozens of samples may be rounded at each of them
    expect_right(part, second, 1, roundings=ROUNDINGS + second.n)
    expect(answer).left_the_result_before_alone()


@pytest.mark.task("bias_gradient")
def test_bias_gradient_of_the_crops(learner: Learner, rng: np.random.Generator) -> None:
    """For the crops, whose gradients are large, the bias's gradient is right for any parameters."""
    problem = crops(rng)
    _, grad_bias = gradients(learner, problem)
    expect_right(grad_bias, problem, 1)
