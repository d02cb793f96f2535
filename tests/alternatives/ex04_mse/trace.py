"""The trace of the errors' product with their own transpose; only the diagonal has squares."""

import torch


def mse_loss(pred, y):
    errors = pred - y
    return torch.trace(errors.T @ errors) / errors.numel()
