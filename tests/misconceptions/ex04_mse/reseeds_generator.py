"""The random generator is set back to its start at every call.

Advice: Nothing random happens in a loss, and whoever draws numbers afterwards gets the same ones
again and again.
"""

FAILS = {"mean"}

import torch


def mse_loss(pred, y):
    torch.manual_seed(42)
    return torch.mean((pred - y) ** 2)
