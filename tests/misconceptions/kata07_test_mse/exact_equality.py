"""Floats are compared with `==`, which right work with other roundings cannot meet.

Advice: Compare within a tolerance: `torch.allclose(found, expected)`.
"""

FAILS = {"valid", "factor", "entries", "gradient"}

import torch

PRED = torch.tensor([[1.0, 2.0], [3.0, 5.0], [8.0, 13.0]])
Y = torch.tensor([[0.5, 4.0], [2.0, 1.0], [4.0, 10.0]])


def test_value(mse_loss):
    pred = PRED / 3
    assert mse_loss(pred, Y).item() == torch.mean((pred - Y) ** 2).item()


def test_gradient(mse_loss):
    pred = PRED.clone().requires_grad_()
    mse_loss(pred, Y).backward()
    assert torch.allclose(pred.grad, (PRED - Y) / 3)
