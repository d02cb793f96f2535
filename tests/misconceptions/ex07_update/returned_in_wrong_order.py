"""The bias is returned first and the weight second.

Advice: The order of the result is the order of the arguments: weight, then bias.
"""

FAILS = {"step"}

import torch


def update(weight, bias, lr):
    with torch.no_grad():
        weight -= lr * weight.grad
        bias -= lr * bias.grad
    weight.grad = None
    bias.grad = None
    return bias, weight
