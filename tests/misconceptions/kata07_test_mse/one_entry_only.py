"""The tests look at a single entry, where sums, means, roots and squares of means are hard to tell apart.

Advice: Take a table with several rows and several columns, all errors different.
"""

FAILS = {"factor", "entries", "gradient"}

import torch


def test_value(mse_loss):
    assert torch.allclose(mse_loss(torch.tensor([[3.0]]), torch.tensor([[1.0]])), torch.tensor(4.0))


def test_gradient(mse_loss):
    pred = torch.tensor([[3.0]], requires_grad=True)
    mse_loss(pred, torch.tensor([[1.0]])).backward()
    assert pred.grad.item() == 4.0
