"""Entries of the weight move by a sum or a mean of several gradients, not each by its own.

Advice: Entry by entry: each number moves by lr times its own gradient.
"""

FAILS = {"step"}

import torch


def update(weight, bias, lr):
    w = (weight - lr * weight.grad.mean(dim=0)).detach().requires_grad_()
    b = (bias - lr * bias.grad).detach().requires_grad_()
    return w, b
