"""Each gradient is divided by its length, so every step is equally long, on steep slopes and flat ones.

Advice: A step is lr times the gradient: where the slope is flat, it is short.
"""

FAILS = {"step"}

import torch


def update(weight, bias, lr):
    with torch.no_grad():
        weight -= lr * weight.grad / weight.grad.norm()
        bias -= lr * bias.grad / bias.grad.norm()
    weight.grad = None
    bias.grad = None
    return weight, bias
