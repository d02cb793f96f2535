"""Predictions or targets lose their output axis, so with one output each prediction is compared with every target.

Advice: Shapes (n,) and (n, 1) are stretched to (n, n) when subtracted. Print the shape of the
errors.
"""

FAILS = {"mean"}

import torch


def mse_loss(pred, y):
    return torch.mean((pred.squeeze() - y) ** 2)
