"""The loss is the logarithm of the hyperbolic cosine of the errors (log-cosh), not their squares.

Advice: The loss is the mean of the squared errors, and nothing else.
"""

FAILS = {"mean", "gradient_flow"}

import torch


def mse_loss(pred, y):
    return torch.log(torch.cosh(pred - y)).mean()
