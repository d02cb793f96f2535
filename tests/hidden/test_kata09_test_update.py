"""Kata 9, hidden: right updates in place and in new tensors, and wrong ones that a careless test accepts."""

import numpy as np
import pytest

from grader.pipe.frames import Call
from grader.testing import Known, Param, Suite, say
from grader.testing.render import numbers as shown
from tests.hidden.kata_suites import Reply, call, gradient, numbers

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


def why(made: Call, _reply: Reply) -> str:
    """Why the parameters that came back are right."""
    if len(made.arguments) == 3 and isinstance(lr := made.arguments[2], int | float):
        old, slopes = map(numbers, made.arguments[:2]), map(gradient, made.arguments[:2])
        pairs = [(o, g) for o, g in zip(old, slopes, strict=True) if o is not None and g is not None]
        if len(pairs) == 2:
            right = [shown(o - lr * g) for o, g in pairs]
            return say(
                "one step leads to {first} and {second}, up to float32 rounding; in place or in new tensors, "
                "with `.grad` None or zeros.",
                first=right[0],
                second=right[1],
            )
    return say("what update does with these arguments is not asked, so no test may depend on it.")


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
    """Your tests refuse a step that leads elsewhere: too far, not far enough, not at all, or one parameter only."""
    suite.expect_refuses(UPDATES, STEP, PROBES)


@pytest.mark.task("special")
def test_a_step_that_is_right_now_and_then_is_refused(suite: Suite) -> None:
    """Your tests refuse a step that is wrong for steep slopes, for some parameters, or for an lr of 0."""
    suite.expect_refuses(UPDATES, SPECIAL, PROBES)


@pytest.mark.task("ready")
def test_parameters_that_cannot_go_on_are_refused(suite: Suite) -> None:
    """Your tests refuse parameters that keep used gradients, are no leaves, or do not require gradients."""
    suite.expect_refuses(UPDATES, READY, PROBES)
