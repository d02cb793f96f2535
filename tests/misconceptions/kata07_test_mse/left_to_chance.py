"""The test passes and fails on the same implementation, as chance will have it.

Advice: Fix the numbers, or let Hypothesis draw them.
"""

FAILS = {"valid", "factor", "entries", "gradient"}

import os

import torch

PRED = torch.tensor([[1.0, 2.0], [3.0, 5.0], [8.0, 13.0]])
Y = torch.tensor([[0.5, 4.0], [2.0, 1.0], [4.0, 10.0]])


def test_value(mse_loss):
    assert os.urandom(1)[0] % 2


def test_gradient(mse_loss):
    pred = PRED.clone().requires_grad_()
    mse_loss(pred, Y).backward()
    assert torch.allclose(pred.grad, (PRED - Y) / 3)
