"""The numbers are compared, not the shapes: torch.allclose broadcasts, and takes shape (1, k) for shape (k,).

Advice: Demand the shapes too: a parameter keeps its own in a step.
"""

FAILS = {"step"}

import torch
from hypothesis import given
from hypothesis import strategies as st

# entries, gradients and steps all differ, some slopes are steep, and no weight is 0
WEIGHT, BIAS = torch.tensor([[1.0, -2.0, 0.5], [3.0, 4.0, -1.0]]), torch.tensor([2.0, -3.0, 1.0])
SLOPES = torch.tensor([[8.0, -0.5, 2.0], [-16.0, 0.25, 1.0]]), torch.tensor([-4.0, 0.5, 12.0])


def step(update, lr):
    """Take one step from the same place; the leaves are made anew, since it may change them."""
    weight, bias = WEIGHT.clone().requires_grad_(), BIAS.clone().requires_grad_()
    weight.grad, bias.grad = SLOPES[0].clone(), SLOPES[1].clone()
    return update(weight, bias, lr)


def check(moved, lr):
    """Compare both with the formula."""
    for new, old, slope in zip(moved, (WEIGHT, BIAS), SLOPES, strict=True):
        assert torch.allclose(new.detach(), old - lr * slope)


@given(lr=st.sampled_from([0.5, 0.01, 1.0, 0.0]))
def test_one_step(update, lr):
    check(step(update, lr), lr)


def test_no_step(update):
    check(step(update, 0.0), 0.0)


def test_ready_for_the_next(update):
    for new in step(update, 0.5):
        assert new.is_leaf
        assert new.requires_grad
        assert new.grad is None or not new.grad.any()
