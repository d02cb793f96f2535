"""Kata 10, hidden: right trainings written in many ways, and wrong ones that a careless test accepts."""

import numpy as np
import pytest

from grader.pipe.frames import Call
from grader.testing import Known, Param, Suite, say
from grader.testing.false_alarm import FalseAlarm
from grader.testing.render import number
from grader.testing.render import numbers as shown
from tests.hidden import oracles
from tests.hidden.kata_suites import call, numbers, rounding_in_words

_MOST_EPOCHS = 100  # of which a reason tells the end
STEPS = (
    "mean_over_samples_only",
    "sum_instead_of_mean",
    "three_samples_built_in",
    "one_update_per_sample",
    "uphill",
    "no_learning_rate",
    "own_learning_rate",
    "bias_not_updated",
    "bias_after_weight",
    "fresh_parameters",
    "grads_not_cleared",
    "bias_grad_not_cleared",
    "gradients_of_first_epoch",
    "one_epoch_short",
    "one_epoch_more",
    "at_least_one_epoch",
)
HISTORY = (
    "loss_after_update",
    "history_with_final_loss",
    "history_of_logged_epochs",
    "history_of_tensors",
    "history_rounded",
    "half_loss",
    "zero_epochs_without_history",
)
LOG = (
    "log_missing",
    "log_counts_from_zero",
    "log_at_multiples",
    "log_without_last",
    "log_last_twice",
    "log_every_ignored",
    "log_shows_range",
    "log_shows_loss_after_update",
    "log_unformatted",
    "three_digits",
    "own_format",
    "log_with_learning_rate",
    "log_every_ten_by_default",
    "zero_epochs_logs_a_line",
)


def why(alarm: FalseAlarm) -> str:
    """Why what a right training did is right."""
    made = alarm.call
    X, y, weight, bias = ([numbers(one) for one in made.arguments[:4]] + [None] * 4)[:4]
    lr, epochs = made.arguments[4:6] if len(made.arguments) >= 6 else (None, None)
    usable = X is not None and y is not None and weight is not None and bias is not None
    if not usable or not isinstance(lr, float) or not isinstance(epochs, int) or not 0 <= epochs <= _MOST_EPOCHS:
        return say("what train does with these arguments is not asked, so no test may depend on it.")
    assert X is not None
    assert y is not None
    assert weight is not None
    assert bias is not None
    if alarm.about in ("grad", "flags"):
        return say(
            "the page leaves open whether the parameters are the given tensors or new ones, whether they require "
            "gradients, and what their `.grad` holds."
        )
    right = oracles.descend(X, y, weight, bias, lr, epochs)
    losses = ", ".join(map(number, right.history))
    if alarm.about == "printed":
        return say(
            "the exact losses are [{losses}], and float32 may round them, in a printed line too. Take the number out "
            "of a line and compare it with a tolerance.",
            losses=losses,
        )
    said = say(
        "the exact parameters are {weight} and {bias}, and the losses [{losses}]; float32 may round all of them.",
        weight=shown(right.weight),
        bias=shown(right.bias),
        losses=losses,
    )
    return said + rounding_in_words(alarm, right.weight, right.bias, np.array(right.history))


TRAININGS = Known(
    parameters=("X", "y", "weight", "bias", "lr", "epochs"),
    # in place and in new tensors, by autograd, by the formula and in NumPy, with the log at the end
    right=("solution", "formula_new_tensors", "fifth_step_first", "numpy_float64", "column_of_ones", "log_at_the_end"),
    wrong=(*STEPS, *HISTORY, *LOG),
    reason=why,
)
X, Y = np.array([[1.0, 2.0], [-1.0, 0.5], [2.0, -1.0]]), np.array([[1.0, 0.0], [-2.0, 3.0], [4.0, 1.0]])
WEIGHT, BIAS = np.array([[0.5, -1.0], [1.0, 2.0]]), np.array([0.5, -1.0])
SIZES = ((1, 1, 1), (2, 1, 1), (2, 1, 2), (3, 2, 2))


def probe(sizes: tuple[int, int, int], epochs: int, log_every: int | None = None) -> Call:
    """A short training on the first rows, features and outputs."""
    n, d, k = sizes
    data = X[:n, :d], Y[:n, :k], Param(WEIGHT[:d, :k]), Param(BIAS[:k])
    if log_every is None:
        return call("train", *data, 0.125, epochs)
    return call("train", *data, 0.125, epochs, log_every=log_every)


PROBES = (
    *(
        probe(sizes, epochs, log_every=log_every)
        for epochs, log_every in ((1, 1), (2, 1), (2, 2), (3, 2), (4, 2), (5, 3))
        for sizes in SIZES
    ),
    probe((1, 1, 1), 0, log_every=1),
    probe((1, 1, 1), 12),
)


@pytest.mark.task("valid")
def test_right_trainings_are_accepted(suite: Suite) -> None:
    """Your tests accept every right training, however its gradients are made and wherever its parameters live."""
    suite.expect_accepts(TRAININGS)


@pytest.mark.task("steps")
def test_a_wrong_training_is_refused(suite: Suite) -> None:
    """Your tests refuse trainings that end elsewhere: by a wrong step, old gradients, or a wrong number of epochs."""
    suite.expect_refuses(TRAININGS, STEPS, PROBES, after="valid")


@pytest.mark.task("history")
def test_a_wrong_history_is_refused(suite: Suite) -> None:
    """Your tests refuse histories with other losses, too many or too few, or with anything but Python floats."""
    suite.expect_refuses(TRAININGS, HISTORY, PROBES, after="valid")


@pytest.mark.task("log")
def test_a_wrong_log_is_refused(suite: Suite) -> None:
    """Your tests refuse logs of other epochs, with other numbers, or in another form."""
    suite.expect_refuses(TRAININGS, LOG, PROBES, after="valid")
