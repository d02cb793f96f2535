"""The square root of the mean squared error is returned.

Advice: The root brings the number back to points or tons, but it is another loss with other
gradients. Stop one step earlier.
"""

FAILS = {"mean"}

import torch


def mse_loss(pred, y):
    return torch.sqrt(((pred - y) ** 2).mean())
