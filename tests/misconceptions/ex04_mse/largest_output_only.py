"""Only the output with the largest loss counts.

Advice: The loss is the mean of the squared errors, and nothing else.
"""

FAILS = {"mean", "gradient_flow"}

import torch


def mse_loss(pred, y):
    per_output = ((pred - y) ** 2).mean(dim=0)
    return per_output.max()
