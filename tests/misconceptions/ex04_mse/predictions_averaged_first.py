"""The predictions are averaged first, so every target is compared with the same number.

Advice: Each prediction has its own target. Keep all of them until the errors are squared.
"""

FAILS = {"mean"}

import torch


def mse_loss(pred, y):
    average = torch.mean(pred)
    return torch.mean((y - average) ** 2)
