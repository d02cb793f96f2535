"""The whole gradient is subtracted; the learning rate is not used.

Advice: The gradient gives the direction and the steepness. How far to go is up to `lr`.
"""

FAILS = {"step"}

import torch


def update(weight, bias, lr):
    with torch.no_grad():
        weight -= weight.grad
        bias -= bias.grad
    weight.grad = None
    bias.grad = None
    return weight, bias
