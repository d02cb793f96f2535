"""The tests look at leaves and gradients and never at the numbers.

Advice: Compare the new values with the formula.
"""

FAILS = {"valid", "step", "special"}

import torch


# entries, gradients and steps all differ, some slopes are steep, and no weight is 0
WEIGHT, BIAS = torch.tensor([[1.0, -2.0, 0.5], [3.0, 4.0, -1.0]]), torch.tensor([2.0, -3.0, 1.0])
SLOPES = torch.tensor([[8.0, -0.5, 2.0], [-16.0, 0.25, 1.0]]), torch.tensor([-4.0, 0.5, 12.0])


def step(update, lr):
    """Take one step from the same place; the leaves are made anew, since it may change them."""
    weight, bias = WEIGHT.clone().requires_grad_(), BIAS.clone().requires_grad_()
    weight.grad, bias.grad = SLOPES[0].clone(), SLOPES[1].clone()
    return update(weight, bias, lr)


def test_ready_for_the_next(update):
    for new in step(update, 0.5):
        assert new.grad is None or not new.grad.any()
