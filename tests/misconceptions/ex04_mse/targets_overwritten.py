"""The targets are changed: after the call, `y` holds the errors.

Advice: A method whose name ends in an underscore, or `-=`, changes the tensor that the caller still
needs. Make a new one.
"""

FAILS = {"mean"}

import torch


def mse_loss(pred, y):
    y.sub_(pred)
    return torch.mean(y**2)
