"""Python numbers are returned, which works for one weight only and gives no tensors.

Advice: `.item()` takes the number out of a tensor that has just one. The gradients have the shapes
of the parameters.
"""

FAILS = {"gradients"}

import torch


def autograd_gradients(X, y, weight, bias):
    weight.grad = None
    bias.grad = None
    loss = torch.mean((X @ weight + bias - y) ** 2)
    loss.backward()
    return weight.grad.item(), bias.grad.item()
