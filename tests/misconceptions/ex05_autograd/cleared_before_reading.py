"""None is returned instead of each gradient.

Advice: Only a leaf gets a `.grad`, and it keeps it until something clears it. Do you read it from
the given weight and bias, after backward() and before anything clears it?
"""

FAILS = {"gradients"}

import torch


def autograd_gradients(X, y, weight, bias):
    loss = torch.mean((X @ weight + bias - y) ** 2)
    loss.backward()
    weight.grad = None
    bias.grad = None
    return weight.grad, bias.grad
