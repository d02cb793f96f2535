"""The file begins with a UTF-8 byte order mark, as some editors on Windows write."""

import torch


def mse_loss(pred, y):
    return torch.mean((y - pred) ** 2)
