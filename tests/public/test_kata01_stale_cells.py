"""Kata 1, public: the numbers of two reports, worked out by hand."""

import numpy as np
import pytest

from grader.testing import Answer, Learner, Param, expect, rounding

HOURS, SCORES = np.array([[1.0], [2.0], [3.0]]), np.array([[20.0], [40.0], [60.0]])
NAMES = ("pred", "loss", "grad_weight", "grad_bias", "next_weight", "next_bias")


def report_on_hours(learner: Learner, repeat: int = 1) -> Answer:
    """The report for weight 2 and bias 1, with lr = 0.5."""
    parameters = Param(np.array([[2.0]])), Param(np.array([1.0]))
    return learner.call("report", HOURS, SCORES, *parameters, 0.5, repeat=repeat)


@pytest.mark.task("loss")
def test_the_loss_is_that_of_the_prediction(learner: Learner) -> None:
    """With weight 2 and bias 1 the prediction is 3, 5 and 7, and its loss on the study hours is 1441."""
    pred, loss, *_rest = report_on_hours(learner).parts(*NAMES)
    expect(pred).equals([[3.0], [5.0], [7.0]])
    expect(loss).equals(1441.0)


@pytest.mark.task("gradients")
def test_the_gradients_are_those_of_the_loss(learner: Learner) -> None:
    """With weight 2 and bias 1 the gradients on the study hours are -164 and -70."""
    _pred, _loss, grad_weight, grad_bias, *_rest = report_on_hours(learner).parts(*NAMES)
    expect(grad_weight).equals([[-164.0]], within=rounding(164))
    expect(grad_bias).equals([-70.0], within=rounding(70))


@pytest.mark.task("gradients")
def test_a_second_report_is_the_same(learner: Learner) -> None:
    """Asked again for the same tensors, the report has the same gradients."""
    answer = report_on_hours(learner, repeat=2).nth(1)
    _pred, _loss, grad_weight, grad_bias, *_rest = answer.parts(*NAMES)
    expect(grad_weight).equals([[-164.0]], within=rounding(164))
    expect(grad_bias).equals([-70.0], within=rounding(70))


@pytest.mark.task("next_parameters")
def test_the_next_parameters_are_one_step_away(learner: Learner) -> None:
    """With lr = 0.5 the parameters after weight 2 and bias 1 are 84 and 36."""
    *_rest, next_weight, next_bias = report_on_hours(learner).parts(*NAMES)
    expect(next_weight).equals([[84.0]], within=rounding(84))
    expect(next_bias).equals([36.0], within=rounding(36))
