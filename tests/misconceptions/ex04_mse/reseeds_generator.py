"""The random generator is reset to the same starting point at every call.

Advice: Nothing random happens in a loss, and whatever is drawn afterwards comes out the same again
and again.
"""

FAILS = {"mean"}

import torch


def mse_loss(pred, y):
    torch.manual_seed(42)
    return torch.mean((pred - y) ** 2)
