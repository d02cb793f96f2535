"""All errors are 1, whose square, absolute value, mean and largest are all the same.

Advice: Take errors of different sizes and signs.
"""

FAILS = {"entries"}

import torch

PRED = torch.tensor([[1.0, 2.0], [3.0, 5.0], [8.0, 13.0]])
Y = torch.tensor([[0.5, 4.0], [2.0, 1.0], [4.0, 10.0]])


def test_value(mse_loss):
    y = torch.zeros(4, 3)
    assert torch.allclose(mse_loss(y + 1, y), torch.tensor(1.0))
    pred = (y + 1).requires_grad_()
    mse_loss(pred, y).backward()
    assert torch.allclose(pred.grad, torch.full((4, 3), 2 / 12))
