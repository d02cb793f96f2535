"""None is returned instead of each gradient.

Advice: Only a leaf gets a `.grad`, and it keeps it until something clears it. Do you read it from
the given weight and bias, after backward() and before anything clears it?
"""

FAILS = {"gradients"}

import torch


def autograd_gradients(X, y, weight, bias):
    w = weight * 1
    b = bias * 1
    loss = torch.mean((X @ w + b - y) ** 2)
    loss.backward()
    return w.grad, b.grad
