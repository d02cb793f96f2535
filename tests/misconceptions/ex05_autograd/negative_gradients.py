"""The gradients have the opposite sign: they point downhill.

Advice: The gradient points to where the loss rises. Going the other way is part of the update,
which comes later.
"""

FAILS = {"gradients"}

import torch


def autograd_gradients(X, y, weight, bias):
    weight.grad = None
    bias.grad = None
    loss = torch.mean((X @ weight + bias - y) ** 2)
    loss.backward()
    return -weight.grad, -bias.grad
