"""Kata 2, public: two worked trainings, and a loss that reaches 0."""

import numpy as np
import pytest

from grader.testing import Answer, Floats, Learner, Param, expect, rounding

NAMES = ("weight", "bias", "history")
HOURS, SCORES = np.array([[1.0], [2.0], [3.0]]), np.array([[20.0], [40.0], [60.0]])
# four samples, three features, two outputs; with lr = 0.5 every number below is exact in float32
X = np.array([[1.0, 0.0, 2.0], [0.0, 1.0, -1.0], [2.0, -1.0, 0.0], [-1.0, 1.0, 1.0]])
Y = np.array([[3.0, -1.0], [0.0, 2.0], [1.0, 1.0], [2.0, -2.0]])
WEIGHT, BIAS = np.array([[0.5, -1.0], [1.0, 0.25], [0.0, 0.5]]), np.array([0.5, -1.0])


def train(learner: Learner, X: Floats, y: Floats, start: tuple[Floats, Floats], lr: float, epochs: int) -> Answer:
    """Train from a start."""
    return learner.train_line(X, y, Param(start[0]), Param(start[1]), lr, epochs)


def train_on_hours(learner: Learner, lr: float, epochs: int) -> Answer:
    """Train on the study hours from weight 2 and bias 1."""
    return train(learner, HOURS, SCORES, (np.array([[2.0]]), np.array([1.0])), lr, epochs)


@pytest.mark.task("loss")
def test_the_first_loss_is_that_of_three_predictions(learner: Learner) -> None:
    """With weight 2 and bias 1 the predictions are 3, 5 and 7, and their loss on the study hours is 1441."""
    history = train_on_hours(learner, 0.0625, 1).parts(*NAMES)[2]
    expect(history).is_floats([1441.0], within=rounding(1441))


@pytest.mark.task("loss")
def test_the_loss_is_a_mean_over_all_outputs(learner: Learner) -> None:
    """On four samples with two outputs the loss before the first step is 5.4609375, and 0.932739258 after it."""
    history = train(learner, X, Y, (WEIGHT, BIAS), 0.5, 2).parts(*NAMES)[2]
    expect(history).is_floats([5.4609375, 0.932739258], within=rounding(5.46, 16))


@pytest.mark.task("training")
def test_a_thousand_epochs_come_near_the_best_line(learner: Learner) -> None:
    """From weight 2 and bias 1, a thousand epochs with lr = 0.0625 lead to weight 20 and bias 0."""
    weight, bias, _history = train_on_hours(learner, 0.0625, 1000).parts(*NAMES)
    expect(weight).equals([[20.0]], within=1e-3)
    expect(bias).equals([0.0], within=1e-3)


@pytest.mark.task("training")
def test_one_epoch_moves_every_parameter_by_its_gradient(learner: Learner) -> None:
    """One epoch on four samples moves all six weights and both biases by lr times their gradients."""
    weight, bias, _history = train(learner, X, Y, (WEIGHT, BIAS), 0.5, 1).parts(*NAMES)
    expect(weight).equals([[0.75, 0.40625], [0.875, -0.21875], [0.8125, -0.25]])
    expect(bias).equals([0.75, -0.40625])
