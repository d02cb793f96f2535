"""The new parameters are rounded to two decimals, so small steps vanish.

Advice: Rounding is for display. The parameters need every digit that they have.
"""

FAILS = {"step"}

import torch


def update(weight, bias, lr):
    with torch.no_grad():
        weight.copy_(torch.round(weight - lr * weight.grad, decimals=2))
        bias.copy_(torch.round(bias - lr * bias.grad, decimals=2))
    weight.grad = None
    bias.grad = None
    return weight, bias
