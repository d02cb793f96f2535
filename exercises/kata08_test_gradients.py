"""Kata 08: Test gradients. Read kata08_test_gradients.md first."""

import torch
from hypothesis import given
from hypothesis import strategies as st


def test_there_are_two(gradients):
    """An example: right gradients pass this test, and so do a great many wrong ones."""
    X, y = torch.tensor([[1.0], [2.0]]), torch.tensor([[3.0], [5.0]])
    weight, bias = torch.zeros(1, 1, requires_grad=True), torch.zeros(1, requires_grad=True)
    grad_weight, grad_bias = gradients(X, y, weight, bias)
    assert grad_weight.shape == weight.shape
    assert grad_bias.shape == bias.shape
