"""Features and weights are multiplied entry by entry, which is the weighted sum for one feature only.

Advice: Each prediction sums over the features. Which operator multiplies rows with columns?
"""

FAILS = {"gradients"}

import torch


def autograd_gradients(X, y, weight, bias):
    weight.grad = None
    bias.grad = None
    loss = torch.mean((X * weight + bias - y) ** 2)
    loss.backward()
    return weight.grad, bias.grad
