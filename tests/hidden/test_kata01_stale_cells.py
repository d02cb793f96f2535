"""Kata 1, hidden: a report about any problem, each number from the ones before it."""

import numpy as np
import pytest
from hypothesis import given, settings

from grader.testing import Answer, Learner, LinearProblem, Param, Part, expect, linear_problems, rounding
from tests.hidden import oracles

NAMES = ("pred", "loss", "grad_weight", "grad_bias", "next_weight", "next_bias")
LR = 0.25
# errors of quarters are exact; factor, product, quotient and a sum over at most five samples round
ROUNDINGS = 10


def report(learner: Learner, problem: LinearProblem, stale: bool = False) -> Answer:
    """The report on a problem; with `stale`, something is left in `.grad` of both parameters."""
    left = (np.ones_like(problem.weight), np.ones_like(problem.bias)) if stale else (None, None)
    parameters = Param(problem.weight, left[0]), Param(problem.bias, left[1])
    return learner.call("report", problem.X, problem.y, *parameters, LR, repeat=2)


def expect_gradients(parts: tuple[Part, Part], problem: LinearProblem) -> None:
    """Demand exactly the problem's gradients."""
    data = problem.X, problem.y, problem.weight, problem.bias
    for part, right, scale in zip(parts, oracles.gradients(*data), oracles.gradient_scales(*data), strict=True):
        expect(part).equals(right, within=rounding(scale, ROUNDINGS))


@pytest.mark.task("loss")
@given(problem=linear_problems())
def test_the_loss_follows_from_the_prediction(learner: Learner, problem: LinearProblem) -> None:
    """The prediction is X @ weight + bias, and the loss is the mean of its squared differences from y."""
    pred, loss, *_rest = report(learner, problem).parts(*NAMES)
    right = oracles.predict(problem.X, problem.weight, problem.bias)
    expect(pred).equals(right)
    expect(loss).equals(oracles.mse(right, problem.y))


@pytest.mark.task("gradients")
@given(problem=linear_problems())
def test_the_gradients_follow_from_the_loss(learner: Learner, problem: LinearProblem) -> None:
    """At every call the gradients are those of the loss of X @ weight + bias and y, for weight and bias as given."""
    answer = report(learner, problem)
    for number in (0, 1):
        _pred, _loss, grad_weight, grad_bias, *_rest = answer.nth(number).parts(*NAMES)
        expect_gradients((grad_weight, grad_bias), problem)


@pytest.mark.task("gradients")
@settings(max_examples=4)
@given(problem=linear_problems())
def test_what_grad_held_before_does_not_count(learner: Learner, problem: LinearProblem) -> None:
    """What `.grad` of weight and bias holds before the call is no part of the gradients that are reported."""
    _pred, _loss, grad_weight, grad_bias, *_rest = report(learner, problem, stale=True).parts(*NAMES)
    expect_gradients((grad_weight, grad_bias), problem)


@pytest.mark.task("next_parameters")
@given(problem=linear_problems())
def test_the_next_parameters_follow_from_the_gradients(learner: Learner, problem: LinearProblem) -> None:
    """The next weight and bias are the given ones minus lr times their gradients."""
    data = problem.X, problem.y, problem.weight, problem.bias
    *_rest, next_weight, next_bias = report(learner, problem).parts(*NAMES)
    given_parameters = problem.weight, problem.bias
    for part, start, gradient, scale in zip(
        (next_weight, next_bias),
        given_parameters,
        oracles.gradients(*data),
        oracles.gradient_scales(*data),
        strict=True,
    ):
        expect(part).equals(start - LR * gradient, within=rounding(np.abs(start) + LR * scale, ROUNDINGS))


@pytest.mark.task("loss", "gradients", "next_parameters")
@settings(max_examples=4)
@given(problem=linear_problems())
def test_leaves_tensors_and_torch_as_they_were(learner: Learner, problem: LinearProblem) -> None:
    """All four inputs keep their numbers, nothing is seeded, and torch's settings stay as they are."""
    answer = report(learner, problem)
    expect(answer).kept_its_inputs()
    expect(answer).left_torch_as_it_was()
