"""In-place operations, on a copy of the predictions."""

import torch


def mse_loss(pred, y):
    errors = pred.clone()
    errors -= y
    squares = errors.square()
    squares /= squares.numel()
    return torch.sum(squares)
