"""The test asks only whether there is a gradient, not whether it is the right one.

Advice: Compare every entry of `pred.grad` with the formula.
"""

FAILS = {"gradient"}

import torch

PRED = torch.tensor([[1.0, 2.0], [3.0, 5.0], [8.0, 13.0]])
Y = torch.tensor([[0.5, 4.0], [2.0, 1.0], [4.0, 10.0]])


def test_value(mse_loss):
    assert torch.allclose(mse_loss(PRED, Y), ((PRED - Y) ** 2).mean())


def test_gradient(mse_loss):
    pred = PRED.clone().requires_grad_()
    mse_loss(pred, Y).backward()
    assert pred.grad is not None
