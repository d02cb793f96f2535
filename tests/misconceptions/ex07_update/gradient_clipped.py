"""Gradients beyond 1 are cut off, so steep slopes get too short a step.

Advice: Steps that are too long call for a smaller learning rate. Use the gradient as it is.
"""

FAILS = {"step"}

import torch


def update(weight, bias, lr):
    with torch.no_grad():
        weight -= lr * weight.grad.clamp(-1, 1)
        bias -= lr * bias.grad.clamp(-1, 1)
    weight.grad = None
    bias.grad = None
    return weight, bias
