"""Nothing moves: weight and bias are returned with the numbers that they had.

Advice: Follow the names from `.grad` to the `return`. Does `.grad` still hold the gradient when
your step uses it, and do the new numbers get into what you return?
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
