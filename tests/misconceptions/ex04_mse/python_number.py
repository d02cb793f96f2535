"""A Python number is returned, not a tensor; no gradient can start from it.

Advice: `.item()` is for printing. The loss has to stay a tensor for as long as you want to train
with it.
"""

FAILS = {"mean", "gradient_flow"}

import torch


def mse_loss(pred, y):
    return torch.mean((pred - y) ** 2).item()
