"""All slopes are below 1 and lr is never 0, so what is cut off or replaced goes unseen.

Advice: Let some slopes be steep, and ask for a step with lr = 0.0.
"""

FAILS = {"special"}

import torch
from hypothesis import given
from hypothesis import strategies as st

# entries, gradients and steps all differ, some slopes are steep, and no weight is 0
WEIGHT, BIAS = torch.tensor([[1.0, -2.0, 0.5], [3.0, 4.0, -1.0]]), torch.tensor([2.0, -3.0, 1.0])
SLOPES = torch.tensor([[0.8, -0.5, 0.2], [-0.16, 0.25, 0.1]]), torch.tensor([-0.4, 0.5, 0.9])


def step(update, lr):
    """Take one step from the same place; the leaves are made anew, since it may change them."""
    weight, bias = WEIGHT.clone().requires_grad_(), BIAS.clone().requires_grad_()
    weight.grad, bias.grad = SLOPES[0].clone(), SLOPES[1].clone()
    return update(weight, bias, lr)


def check(moved, lr):
    """Compare both with the formula."""
    for new, old, slope in zip(moved, (WEIGHT, BIAS), SLOPES, strict=True):
        assert new.shape == old.shape
        assert torch.allclose(new.detach(), old - lr * slope)


@given(lr=st.sampled_from([0.5, 0.01, 1.0]))
def test_one_step(update, lr):
    check(step(update, lr), lr)


def test_ready_for_the_next(update):
    for new in step(update, 0.5):
        assert new.is_leaf
        assert new.requires_grad
        assert new.grad is None or not new.grad.any()
