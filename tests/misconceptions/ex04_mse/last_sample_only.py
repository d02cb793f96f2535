"""Only the error of the last sample is returned.

Advice: In your loop, each round replaces the result of the one before. Collect all rows before you
take the mean.
"""

FAILS = {"mean"}

import torch


def mse_loss(pred, y):
    for guess, target in zip(pred, y):
        loss = torch.mean((guess - target) ** 2)
    return loss
