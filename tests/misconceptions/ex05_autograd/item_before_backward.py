"""The loss is made a Python number before backward() is called, and a number does not know how it was computed.

Advice: Call backward() on the tensor. `.item()` is for printing and keeping a loss.
"""

FAILS = {"gradients", "every_call"}

import torch


def autograd_gradients(X, y, weight, bias):
    loss = torch.mean((X @ weight + bias - y) ** 2).item()
    loss.backward()
    return weight.grad, bias.grad
