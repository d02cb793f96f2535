"""None is returned instead of the weight's gradient.

Advice: Only a leaf gets a `.grad`, and it keeps it until something clears it. Do you read it from
the given weight, after backward() and before anything clears it?
"""

FAILS = {"gradients"}

import torch


def autograd_gradients(X, y, weight, bias):
    weight.grad = None
    bias.grad = None
    weight = weight.clone()
    loss = torch.mean((X @ weight + bias - y) ** 2)
    loss.backward()
    return weight.grad, bias.grad
