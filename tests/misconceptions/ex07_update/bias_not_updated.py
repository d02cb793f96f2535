"""Only the weight takes a step; the bias stays where it was.

Advice: The bias is a parameter like the weight and has a gradient of its own.
"""

FAILS = {"step"}

import torch


def update(weight, bias, lr):
    with torch.no_grad():
        weight -= lr * weight.grad
    weight.grad = None
    bias.grad = None
    return weight, bias
