"""The gradients are already multiplied by a learning rate.

Advice: How far to step is decided in the next exercises. Here just the slope is wanted.
"""

FAILS = {"gradients"}

import torch


def autograd_gradients(X, y, weight, bias):
    weight.grad = None
    bias.grad = None
    loss = torch.mean((X @ weight + bias - y) ** 2)
    loss.backward()
    return 0.01 * weight.grad, 0.01 * bias.grad
