"""Kata 7, hidden: right losses that a careless test would refuse, and wrong ones that a careless test accepts."""

import numpy as np
import pytest

from grader.testing import Known, Param, Suite, say
from grader.testing.false_alarm import FalseAlarm
from grader.testing.render import number
from grader.testing.render import numbers as shown
from tests.hidden import oracles
from tests.hidden.kata_suites import call, numbers, rounding_in_words

FACTOR = (
    "sum_instead_of_mean",
    "half_squared_error",
    "times_two",
    "divided_by_samples",
    "divided_by_outputs",
    "divided_by_three",
)
ENTRIES = (
    "last_sample_only",
    "first_output_only",
    "predictions_averaged_first",
    "square_of_the_mean",
    "errors_not_squared",
    "absolute_errors",
    "root_mean_squared",
    "largest_squared_error",
    "variance_of_errors",
    "squeezed_predictions",
    "one_by_one_table",
    "float64_result",
)
GRADIENT = (
    "detached_predictions",
    "one_factor_detached",
    "gradients_summed_not_averaged",
    "gradients_divided_by_samples",
)


def why(alarm: FalseAlarm) -> str:
    """Why what a right loss did is right."""
    made = alarm.call
    pred, y = map(numbers, made.arguments[:2]) if len(made.arguments) == 2 else (None, None)
    if pred is None or y is None or pred.shape != y.shape:
        return say("what mse_loss does with these arguments is not asked, so no test may depend on it.")
    right = oracles.mse(pred, y)
    if alarm.about == "grad":
        slopes = 2 * (pred - y) / pred.size
        return say("2 * (pred - y) / (n * k) is {slopes}, up to float32 rounding.", slopes=shown(slopes))
    said = say(
        "the mean of the squared differences is {right}, and float32 may round its last digits.", right=number(right)
    )
    return said + rounding_in_words(alarm, np.array(right))


LOSSES = Known(
    parameters=("pred", "y"),
    # in another order of summation, through roots, in float64, with a gradient of their own
    right=(
        "solution",
        "norm_squared",
        "loop_over_entries",
        "mean_of_means",
        "own_autograd_function",
        "through_float64",
    ),
    wrong=(*FACTOR, *ENTRIES, *GRADIENT),
    reason=why,
)
TABLES = (
    (np.array([[3.0]]), np.array([[1.0]])),
    (np.array([[3.0], [1.0]]), np.array([[1.0], [2.0]])),
    (np.array([[3.0, 1.0]]), np.array([[1.0, 2.0]])),
    (np.array([[3.0, 1.0], [4.0, 0.0]]), np.array([[1.0, 2.0], [0.0, 3.0]])),
    (np.array([[3.0, 1.0], [4.0, 0.0], [2.0, 5.0]]), np.array([[1.0, 2.0], [0.0, 3.0], [2.0, 1.0]])),
)
PROBES = tuple(
    call("mse_loss", Param(pred) if backward else pred, y, backward=backward)
    for backward in (False, True)
    for pred, y in TABLES
)


@pytest.mark.task("valid")
def test_right_losses_are_accepted(suite: Suite) -> None:
    """Your tests accept every right mse_loss, in whatever order it adds up and whatever way its gradient is made."""
    suite.expect_accepts(LOSSES)


@pytest.mark.task("factor")
def test_a_wrong_factor_is_refused(suite: Suite) -> None:
    """Your tests refuse a loss that is off by a factor, for one output or for several."""
    suite.expect_refuses(LOSSES, FACTOR, PROBES, after="valid")


@pytest.mark.task("entries")
def test_a_loss_of_something_else_is_refused(suite: Suite) -> None:
    """Your tests refuse a loss that leaves entries out, averages too early or takes no square, or has another form."""
    suite.expect_refuses(LOSSES, ENTRIES, PROBES, after="valid")


@pytest.mark.task("gradient")
def test_a_broken_gradient_is_refused(suite: Suite) -> None:
    """Your tests refuse a loss from which no gradient, or a wrong one, comes back to pred."""
    suite.expect_refuses(LOSSES, GRADIENT, PROBES, after="valid")
