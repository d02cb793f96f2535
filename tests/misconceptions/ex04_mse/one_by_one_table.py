"""The number is right, but it sits in a table of shape (1, 1), not in a 0-dimensional tensor.

Advice: Look at the shape of what you return. Which part of the call asks to keep the averaged axes?
"""

FAILS = {"mean"}

import torch


def mse_loss(pred, y):
    return torch.mean((pred - y) ** 2, dim=(0, 1), keepdim=True)
