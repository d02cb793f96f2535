"""Kata 8, hidden: right gradients made in many ways, and wrong ones that a careless test accepts."""

import numpy as np
import pytest

from grader.testing import Known, Param, Suite, say
from grader.testing.false_alarm import FalseAlarm
from grader.testing.render import numbers as shown
from tests.hidden import oracles
from tests.hidden.kata_suites import call, numbers, rounding_in_words

FORMULA = (
    "sum_instead_of_mean",
    "divided_by_samples",
    "half_squared_error",
    "negative_gradients",
    "absolute_errors",
    "root_mean_squared",
    "predictions_averaged_first",
    "flat_targets",
)
PARAMETERS = (
    "bias_left_out",
    "transposed_weight_gradient",
    "swapped_pair",
    "bias_gradient_as_row",
    "clipped_gradients",
    "float64_result",
)
EVERY_CALL = (
    "not_cleared",
    "only_bias_cleared",
    "only_weight_cleared",
    "cleared_only_afterwards",
    "old_gradient_reused",
)


def why(alarm: FalseAlarm) -> str:
    """Why what right gradients did is right."""
    given = [numbers(argument) for argument in alarm.call.arguments]
    X, y, weight, bias = given if len(given) == 4 else (None, None, None, None)
    if X is None or y is None or weight is None or bias is None or X.ndim != 2 or X.shape[1:] != weight.shape[:1]:
        return say("what the function does with these arguments is not asked, so no test may depend on it.")
    if alarm.about == "grad":
        return say(
            "the page leaves open what `.grad` holds afterwards: nothing, zeros, what was there before, or this call's "
            "gradients."
        )
    if alarm.about == "flags":
        return say("the page does not ask whether the results require gradients.")
    right = oracles.gradients(X, y, weight, bias)
    said = say(
        "of this call's loss they are {first} and {second}, up to float32 rounding.",
        first=shown(right[0]),
        second=shown(right[1]),
    )
    return said + rounding_in_words(alarm, *right)


GRADIENTS = Known(
    parameters=("X", "y", "weight", "bias"),
    function="gradients",
    # on own leaves, sample by sample, in NumPy; .grad is left empty, filled, zeroed or as it was
    right=("solution", "cleared_with_zero", "own_leaves", "row_by_row", "through_numpy", "old_gradients_put_back"),
    wrong=(*FORMULA, *PARAMETERS, *EVERY_CALL),
    reason=why,
)
X, Y = np.array([[1.0, 2.0], [0.0, 3.0], [2.0, 1.0]]), np.array([[1.0, 0.0], [3.0, 1.0], [-1.0, 5.0]])
WEIGHT, BIAS = np.array([[1.0, -2.0], [2.0, 1.0]]), np.array([0.5, -1.0])
OLD = np.ones_like(WEIGHT), np.ones_like(BIAS)
CASES = (
    (X[:1, :1], Y[:1, :1], WEIGHT[:1, :1], BIAS[:1]),
    (X[:2, :1], Y[:2, :1], WEIGHT[:1, :1], BIAS[:1]),
    (X[:2, :1], Y[:2], WEIGHT[:1], BIAS),
    (X[:1], Y[:1, :1], WEIGHT[:, :1], BIAS[:1]),
    (X, Y, WEIGHT, BIAS),
)
CLEAN = tuple(call("autograd_gradients", x, y, Param(weight), Param(bias)) for x, y, weight, bias in CASES)
STALE = tuple(
    call("autograd_gradients", x, y, Param(weight, np.ones_like(weight)), Param(bias, np.ones_like(bias)))
    for x, y, weight, bias in CASES
)


@pytest.mark.task("valid")
def test_right_gradients_are_accepted(suite: Suite) -> None:
    """Your tests accept right gradients, however they are computed and whatever they leave in `.grad`."""
    suite.expect_accepts(GRADIENTS)


@pytest.mark.task("formula")
def test_gradients_of_something_else_are_refused(suite: Suite) -> None:
    """Your tests refuse gradients of another loss, or with another factor or sign."""
    suite.expect_refuses(GRADIENTS, FORMULA, CLEAN, after="valid")


@pytest.mark.task("parameters")
def test_what_is_wrong_with_one_parameter_is_refused(suite: Suite) -> None:
    """Your tests refuse a gradient that is missing, cut off, turned or in the wrong place."""
    suite.expect_refuses(GRADIENTS, PARAMETERS, CLEAN, after="valid")


@pytest.mark.task("every_call")
def test_what_adds_up_is_refused(suite: Suite) -> None:
    """Your tests refuse gradients to which those of an earlier call were added, or which are those."""
    suite.expect_refuses(GRADIENTS, EVERY_CALL, STALE, after="valid")
