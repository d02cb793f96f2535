"""Kata 3, public: two worked trainings on rows."""

import numpy as np
import pytest

from grader.testing import Answer, Learner, Param, expect, rounding

NAMES = ("weight", "bias", "history")
HOURS = [[1.0, 20.0], [2.0, 40.0], [3.0, 60.0]]
# four samples with three features and a target; with lr = 0.5 every number below is exact in float32
SAMPLES = [[1.0, 0.0, 2.0, 3.0], [0.0, 1.0, -1.0, 0.0], [2.0, -1.0, 0.0, 1.0], [-1.0, 1.0, 1.0, 2.0]]
START = np.array([[0.5], [1.0], [0.0]]), np.array([0.5])


def train_on_hours(learner: Learner, epochs: int) -> Answer:
    """Train on the study hours from weight 2 and bias 1, with lr = 0.0625."""
    return learner.fit_rows(HOURS, Param(np.array([[2.0]])), Param(np.array([1.0])), 0.0625, epochs)


def train_on_samples(learner: Learner) -> Answer:
    """One epoch on the four samples, with lr = 0.5."""
    return learner.fit_rows(SAMPLES, Param(START[0]), Param(START[1]), 0.5, 1)


@pytest.mark.task("loss")
def test_three_predictions_have_three_errors(learner: Learner) -> None:
    """With weight 2 and bias 1 the predictions are 3, 5 and 7, and their loss on the study hours is 1441."""
    history = train_on_hours(learner, 1).parts(*NAMES)[2]
    expect(history).is_floats([1441.0], within=rounding(1441))


@pytest.mark.task("loss")
def test_four_predictions_have_four_errors(learner: Learner) -> None:
    """On four samples with three features the loss before the first step is 1.875."""
    history = train_on_samples(learner).parts(*NAMES)[2]
    expect(history).is_floats([1.875], within=rounding(1.875))


@pytest.mark.task("training")
def test_more_hours_earn_more_points(learner: Learner) -> None:
    """From weight 2 and bias 1, 2000 epochs with lr = 0.0625 lead to weight 20 and bias 0."""
    weight, bias, _history = train_on_hours(learner, 2000).parts(*NAMES)
    expect(weight).equals([[20.0]], within=1e-3)
    expect(bias).equals([0.0], within=1e-3)


@pytest.mark.task("training")
def test_one_epoch_moves_every_parameter_by_its_gradient(learner: Learner) -> None:
    """One epoch on four samples moves all three weights and the bias by lr times their gradients."""
    weight, bias, _history = train_on_samples(learner).parts(*NAMES)
    expect(weight).equals([[1.0], [0.75], [1.625]])
    expect(bias).equals([1.0])
