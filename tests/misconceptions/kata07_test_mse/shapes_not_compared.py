"""The numbers are compared, not the shapes: torch.allclose broadcasts, and takes shape (1, 1) for shape ().

Advice: Demand the shape of the result too.
"""

FAILS = {"entries"}

import torch

PRED = torch.tensor([[1.0, 2.0], [3.0, 5.0], [8.0, 13.0]])
Y = torch.tensor([[0.5, 4.0], [2.0, 1.0], [4.0, 10.0]])


def test_value(mse_loss):
    for columns in (1, 2):
        pred, y = PRED[:, :columns], Y[:, :columns]
        assert torch.allclose(mse_loss(pred, y), ((pred - y) ** 2).mean())


def test_gradient(mse_loss):
    pred = PRED.clone().requires_grad_()
    mse_loss(pred, Y).backward()
    assert torch.allclose(pred.grad, (PRED - Y) / 3)
