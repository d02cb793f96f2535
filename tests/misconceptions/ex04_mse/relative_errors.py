"""The errors are divided by the targets before they are squared.

Advice: That measures errors as a share of the target, and fails for a target of 0. The formula
takes them as they are.
"""

FAILS = {"mean"}

import torch


def mse_loss(pred, y):
    return torch.mean(((pred - y) / y) ** 2)
