"""The variance of the errors is returned, so an error that all samples share is not noticed.

Advice: The variance measures how far errors lie from their own mean. The loss measures how far they
lie from 0.
"""

FAILS = {"mean"}

import torch


def mse_loss(pred, y):
    return torch.var(pred - y)
