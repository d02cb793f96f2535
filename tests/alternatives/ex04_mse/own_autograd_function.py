"""Both the value and its gradient are written by hand, as an autograd Function."""

import torch


class SquaredError(torch.autograd.Function):
    @staticmethod
    def forward(ctx, pred, y):
        ctx.save_for_backward(pred, y)
        return ((pred - y) ** 2).mean()

    @staticmethod
    def backward(ctx, grad_output):
        pred, y = ctx.saved_tensors
        return grad_output * 2 * (pred - y) / y.numel(), None


def mse_loss(pred, y):
    return SquaredError.apply(pred, y)
