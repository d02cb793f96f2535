"""The new bias has shape (1, k), not (k,).

Advice: A parameter keeps its shape in a step. Which operation added an axis?
"""

FAILS = {"step"}

import torch


def update(weight, bias, lr):
    with torch.no_grad():
        new_weight = weight - lr * weight.grad
        new_bias = (bias - lr * bias.grad).reshape(1, -1)
    return new_weight.requires_grad_(), new_bias.requires_grad_()
