"""The parameters are changed in place, but nothing is returned.

Advice: A function without `return` gives None. What does the page ask you to hand back?
"""

FAILS = {"step", "fresh_leaves"}

import torch


def update(weight, bias, lr):
    with torch.no_grad():
        weight -= lr * weight.grad
        bias -= lr * bias.grad
    weight.grad = None
    bias.grad = None
