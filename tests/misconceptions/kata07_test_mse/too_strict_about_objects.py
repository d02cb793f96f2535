"""The test demands a loss that requires gradients even where nothing does.

Advice: Ask for a gradient only of predictions that require one.
"""

FAILS = {"valid", "factor", "entries", "gradient"}

import torch

PRED = torch.tensor([[1.0, 2.0], [3.0, 5.0], [8.0, 13.0]])
Y = torch.tensor([[0.5, 4.0], [2.0, 1.0], [4.0, 10.0]])


def test_value(mse_loss):
    assert torch.allclose(mse_loss(PRED, Y), ((PRED - Y) ** 2).mean())


def test_requires_grad(mse_loss):
    assert mse_loss(PRED, Y).requires_grad


def test_gradient(mse_loss):
    pred = PRED.clone().requires_grad_()
    mse_loss(pred, Y).backward()
    assert torch.allclose(pred.grad, (PRED - Y) / 3)
