"""Kata 9, hidden: right updates in place and in new tensors, and wrong ones that a careless test accepts."""

import numpy as np
import pytest

from grader.testing import Known, Param, Suite, say
from grader.testing.false_alarm import FalseAlarm
from grader.testing.render import numbers as shown
from tests.hidden.kata_suites import call, gradient, numbers, rounding_in_words

STEP = (
    "plus_gradient",
    "no_learning_rate",
    "own_learning_rate",
    "bias_not_updated",
    "bias_learns_at_half_rate",
    "new_values_thrown_away",
    "two_steps_in_one",
    "one_mean_gradient_for_all",
    "gradient_averaged_again",
    "sign_of_gradient",
    "bias_turned_into_row",
    "float64_parameters",
)
SPECIAL = ("gradient_clipped", "weight_decay_added", "shrinks_parameter", "lr_zero_replaced")
READY = (
    "grads_not_cleared",
    "bias_grad_not_cleared",
    "weight_grad_not_cleared",
    "requires_grad_lost",
    "bias_stops_requiring_grad",
    "step_is_recorded",
)


def why(alarm: FalseAlarm) -> str:
    """Why what a right update did is right."""
    made = alarm.call
    lr = made.arguments[2] if len(made.arguments) == 3 else None
    old, slopes = map(numbers, made.arguments[:2]), map(gradient, made.arguments[:2])
    pairs = [(o, g) for o, g in zip(old, slopes, strict=True) if o is not None and g is not None]
    if not isinstance(lr, int | float) or len(pairs) != 2:
        return say("what update does with these arguments is not asked, so no test may depend on it.")
    if alarm.about == "grad":
        return say(
            "`.grad` of both tensors that come back is None or all zeros; what becomes of the given ones is left open."
        )
    if alarm.about == "flags":
        return say(
            "both tensors that come back are leaves that require gradients; "
            "what becomes of the given ones is left open."
        )
    right = [o - lr * g for o, g in pairs]
    said = say(
        "one step leads to {first} and {second}, up to float32 rounding; in place or in new tensors, so compare with "
        "numbers that you kept before the call.",
        first=shown(right[0]),
        second=shown(right[1]),
    )
    return said + rounding_in_words(alarm, *right)


UPDATES = Known(
    parameters=("weight", "bias", "lr"),
    # in place or in new tensors, through .data and NumPy's view; .grad is zeroed, removed or left to the old tensors
    right=("solution", "in_place_zero", "new_leaves", "data_assigned", "double_precision_inside", "numpy_memory"),
    wrong=(*STEP, *SPECIAL, *READY),
    reason=why,
)
WEIGHT, BIAS = np.array([[1.0, -2.0], [3.0, 4.0]]), np.array([2.0, -3.0])
GENTLE = np.array([[0.5, -0.25], [-0.5, 1.0]]), np.array([-0.75, 0.5])
STEEP = np.array([[8.0, -0.5], [-16.0, 2.0]]), np.array([-4.0, 0.5])
PROBES = tuple(
    call("update", Param(WEIGHT[:d, :k], slopes[0][:d, :k]), Param(BIAS[:k], slopes[1][:k]), lr)
    for slopes in (GENTLE, STEEP)
    for d, k in ((1, 1), (2, 2))
    for lr in (0.5, 0.0)
)


@pytest.mark.task("valid")
def test_right_updates_are_accepted(suite: Suite) -> None:
    """Your tests accept every right update, in place or in new tensors, with `.grad` None or zeros afterwards."""
    suite.expect_accepts(UPDATES)


@pytest.mark.task("step")
def test_a_wrong_step_is_refused(suite: Suite) -> None:
    """Your tests refuse a step that leads elsewhere, or of one parameter only, or to another shape or dtype."""
    suite.expect_refuses(UPDATES, STEP, PROBES, after="valid")


@pytest.mark.task("special")
def test_a_step_that_is_right_now_and_then_is_refused(suite: Suite) -> None:
    """Your tests refuse a step that is wrong for steep slopes, for some parameters, or for an lr of 0."""
    suite.expect_refuses(UPDATES, SPECIAL, PROBES, after="valid")


@pytest.mark.task("ready")
def test_parameters_that_cannot_go_on_are_refused(suite: Suite) -> None:
    """Your tests refuse parameters that keep used gradients, are no leaves, or do not require gradients."""
    suite.expect_refuses(UPDATES, READY, PROBES, after="valid")
