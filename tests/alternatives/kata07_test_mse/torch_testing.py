"""PyTorch's own comparison."""

import torch

PRED = torch.tensor([[1.0, 2.0], [3.0, 5.0], [8.0, 13.0]])
Y = torch.tensor([[0.5, 4.0], [2.0, 1.0], [4.0, 10.0]])


def test_value_and_shape(mse_loss):
    torch.testing.assert_close(mse_loss(PRED, Y), torch.tensor((0.25 + 4 + 1 + 16 + 16 + 9) / 6))
    torch.testing.assert_close(mse_loss(PRED[:, :1], Y[:, :1]), torch.tensor((0.25 + 1 + 16) / 3))


def test_gradient(mse_loss):
    pred = PRED.clone().requires_grad_()
    mse_loss(pred, Y).backward()
    torch.testing.assert_close(pred.grad, (PRED - Y) / 3)
