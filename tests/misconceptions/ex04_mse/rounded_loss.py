"""The loss is rounded; that changes its value, and the gradient of a rounded number is 0.

Advice: Round when you print, never where you still want to compute.
"""

FAILS = {"mean", "gradient_flow"}

import torch


def mse_loss(pred, y):
    return torch.round(torch.mean((pred - y) ** 2))
