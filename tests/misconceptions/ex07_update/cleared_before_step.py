"""The gradients are cleared before they are used, so the parameters do not move.

Advice: Clearing is the last thing to do. What is the value of `.grad` when your update line runs?
"""

FAILS = {"step"}

import torch


def update(weight, bias, lr):
    weight.grad.zero_()
    bias.grad.zero_()
    with torch.no_grad():
        weight -= lr * weight.grad
        bias -= lr * bias.grad
    return weight, bias
