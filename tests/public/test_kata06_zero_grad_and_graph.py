"""Kata 6, public: one epoch, three epochs, and what the history is made of."""

import numpy as np
import pytest

from grader.testing import Answer, Array, Learner, expect, rounding, say

NAMES = ("weight", "bias", "history")
HOURS, SCORES = np.array([[1.0], [2.0], [3.0]]), np.array([[20.0], [40.0], [60.0]])
LOSSES = [1441.0, 142.557292, 20.217113]  # of three epochs with lr = 0.0625
# four samples, three features, two outputs; with lr = 0.5 every number below is exact in float32
X = np.array([[1.0, 0.0, 2.0], [0.0, 1.0, -1.0], [2.0, -1.0, 0.0], [-1.0, 1.0, 1.0]])
Y = np.array([[3.0, -1.0], [0.0, 2.0], [1.0, 1.0], [2.0, -2.0]])
WEIGHT, BIAS = np.array([[0.5, -1.0], [1.0, 0.25], [0.0, 0.5]]), np.array([0.5, -1.0])


def train_on_hours(learner: Learner, lr: float, epochs: int) -> Answer:
    """Train on the study hours from weight 2 and bias 1."""
    return learner.train_layer(HOURS, SCORES, np.array([[2.0]]), np.array([1.0]), lr, epochs)


@pytest.mark.task("moves")
def test_one_epoch_moves_weight_and_bias(learner: Learner) -> None:
    """From weight 2 and bias 1, one epoch on the study hours with lr = 0.0625 leads to 12.25 and 5.375."""
    weight, bias, _history = train_on_hours(learner, 0.0625, 1).parts(*NAMES)
    expect(weight).equals([[12.25]], within=rounding(20, 16))
    expect(bias).equals([5.375], within=rounding(20, 16))


@pytest.mark.task("moves")
def test_one_epoch_with_several_features_and_outputs(learner: Learner) -> None:
    """One epoch on four samples moves all six weights and both biases."""
    weight, bias, _history = learner.train_layer(X, Y, WEIGHT, BIAS, 0.5, 1).parts(*NAMES)
    expect(weight).equals([[0.75, 0.40625], [0.875, -0.21875], [0.8125, -0.25]])
    expect(bias).equals([0.75, -0.40625])


@pytest.mark.task("every_epoch")
def test_the_second_epoch_uses_its_own_gradients_only(learner: Learner) -> None:
    """From weight 2 and bias 1, two epochs on the study hours with lr = 0.0625 lead to 15.42708 and 6.640625."""
    weight, bias, _history = train_on_hours(learner, 0.0625, 2).parts(*NAMES)
    expect(weight).equals([[15.427083]], within=rounding(20, 32))
    expect(bias).equals([6.640625], within=rounding(20, 32))


@pytest.mark.task("every_epoch")
def test_a_thousand_epochs_come_to_rest(learner: Learner) -> None:
    """A thousand epochs with lr = 0.0625 lead to weight 20 and bias 0."""
    weight, bias, _history = train_on_hours(learner, 0.0625, 1000).parts(*NAMES)
    expect(weight).equals([[20.0]], within=1e-3)
    expect(bias).equals([0.0], within=1e-3)


@pytest.mark.task("history")
def test_the_history_holds_floats(learner: Learner) -> None:
    """With lr = 0, the history of three epochs is the loss of the start three times, as Python floats."""
    history = train_on_hours(learner, 0.0, 3).parts(*NAMES)[2]
    expect(history).is_floats([1441.0] * 3, within=rounding(1441))


@pytest.mark.task("history")
def test_each_loss_belongs_to_its_epoch(learner: Learner) -> None:
    """With lr = 0.0625 the losses of three epochs are 1441, 142.55729 and 20.21711."""
    history = train_on_hours(learner, 0.0625, 3).parts(*NAMES)[2]
    found = expect(history).floats(3)
    if not np.allclose(found, LOSSES, rtol=1e-4):
        own = [LOSSES[0], loss_after(learner, 1), loss_after(learner, 2)]
        message = say("These are the losses of your own steps: the history is right as soon as the training is.")
        expect(history).that(not np.allclose(found, own, rtol=1e-4), f"history = {LOSSES}", message)
    expect(history).is_floats(LOSSES, within=rounding(1441, 16))


def loss_after(learner: Learner, epochs: int) -> float:
    """The loss of the parameters that so many epochs lead to; nan if those are no tensors of the right shapes."""
    weight, bias, _history = train_on_hours(learner, 0.0625, epochs).parts(*NAMES)
    shapes = [part.value.shape if isinstance(part.value, Array) else None for part in (weight, bias)]
    if shapes != [(1, 1), (1,)]:
        return float("nan")
    return float(np.mean((HOURS @ weight.numbers + bias.numbers - SCORES) ** 2))
