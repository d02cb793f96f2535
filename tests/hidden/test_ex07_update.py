"""Exercise 7, hidden: one exact step for any parameters, gradients and learning rate."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.testing import Answer, Floats, Learner, Param, arrays, expect, rounding

SIZES = ((3, 2), (2, 4), (4, 3), (1, 2), (3, 1), (1, 1))
# a power of two is exact in float32, 0.01 and 1e-5 are not: both kinds of number occur
LEARNING_RATES = (0.5, 0.0625, 0.01, 0.1, 1e-5)


@st.composite
def steps(draw: st.DrawFn) -> tuple[Floats, Floats, Floats, Floats, float]:
    """weight, its gradient, bias, its gradient, and a learning rate."""
    d, k = draw(st.sampled_from(SIZES))
    weight, weight_grad, bias, bias_grad = draw(arrays((d, k), (d, k), (k,), (k,)))
    return weight, weight_grad, bias, bias_grad, draw(st.sampled_from(LEARNING_RATES))


def take(learner: Learner, step: tuple[Floats, Floats, Floats, Floats, float]) -> Answer:
    """The answer to one call."""
    weight, weight_grad, bias, bias_grad, lr = step
    return learner.update(Param(weight, weight_grad), Param(bias, bias_grad), lr)


@pytest.mark.task("step")
@given(step=steps())
def test_the_step_is_lr_times_the_gradient(learner: Learner, step: tuple[Floats, Floats, Floats, Floats, float]) -> None:
    """Each parameter becomes itself minus lr times its gradient, for any learning rate."""
    weight, weight_grad, bias, bias_grad, lr = step
    new_weight, new_bias = take(learner, step).parts("weight", "bias")
    for part, old, gradient in ((new_weight, weight, weight_grad), (new_bias, bias, bias_grad)):
        # three roundings: lr to float32, the product, the difference; at lr 1e-5 and parameters near 4 that is 7e-7,
        # while forgetting the step of a gradient of a quarter costs 2.5e-6
        within = rounding(np.abs(old) + lr * np.abs(gradient), 3)
        expect(part).equals(old - lr * gradient, within=within)


@pytest.mark.task("step")
@given(step=steps())
def test_torch_stays_as_it_was(learner: Learner, step: tuple[Floats, Floats, Floats, Floats, float]) -> None:
    """Nothing is seeded, and recording of gradients is on again afterwards."""
    expect(take(learner, step)).left_torch_as_it_was()


@pytest.mark.task("fresh_leaves")
@given(step=steps())
def test_both_are_ready_for_the_next_step(learner: Learner, step: tuple[Floats, Floats, Floats, Floats, float]) -> None:
    """What comes back are leaves that require grad, with .grad None or zero."""
    for part in take(learner, step).parts("weight", "bias"):
        expect(part).requires_grad()
        expect(part).is_leaf()
        expect(part).has_clean_grad()
