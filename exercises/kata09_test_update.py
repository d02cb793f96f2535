"""Kata 09: Test an update. Read kata09_test_update.md first."""

import torch
from hypothesis import given
from hypothesis import strategies as st


def test_moves_downhill(update):
    """An example: right updates pass this test, and so do many that move too far, or not far enough."""
    weight, bias = torch.tensor([[2.0]], requires_grad=True), torch.tensor([1.0], requires_grad=True)
    weight.grad, bias.grad = torch.tensor([[-164.0]]), torch.tensor([-70.0])
    new_weight, new_bias = update(weight, bias, 0.01)
    assert new_weight.item() > 2.0
