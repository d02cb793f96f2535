"""The loss is float64; float32 was asked for.

Advice: Converting to double makes every result that depends on it double, too. Stay in the dtype of
the inputs.
"""

FAILS = {"mean"}

import torch


def mse_loss(pred, y):
    return torch.mean((pred.double() - y.double()) ** 2)
