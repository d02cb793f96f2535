"""All tables of the tests have one column, where dividing by samples and by entries is the same.

Advice: Take a table with several rows and several columns.
"""

FAILS = {"factor", "entries", "gradient"}

import torch

PRED = torch.tensor([[1.0, 2.0], [3.0, 5.0], [8.0, 13.0]])
Y = torch.tensor([[0.5, 4.0], [2.0, 1.0], [4.0, 10.0]])


def test_value(mse_loss):
    pred, y = PRED[:, :1], Y[:, :1]
    assert torch.allclose(mse_loss(pred, y), ((pred - y) ** 2).mean())


def test_gradient(mse_loss):
    pred = PRED[:, :1].clone().requires_grad_()
    mse_loss(pred, Y[:, :1]).backward()
    assert torch.allclose(pred.grad, (PRED - Y)[:, :1] * 2 / 3)
