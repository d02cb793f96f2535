"""Predictions and targets are squared first and subtracted afterwards.

Advice: The square belongs to the whole error. Brackets decide what happens first.
"""

FAILS = {"mean"}

import torch


def mse_loss(pred, y):
    return torch.mean(pred**2 - y**2)
