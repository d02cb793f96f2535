"""The gradients belong to the square root of the mean squared error.

Advice: The root is a different loss, with different slopes. Ask autograd about the mean itself.
"""

FAILS = {"gradients"}

import torch


def autograd_gradients(X, y, weight, bias):
    weight.grad = None
    bias.grad = None
    pred = X @ weight + bias
    loss = torch.sqrt(torch.mean((pred - y) ** 2))
    loss.backward()
    return weight.grad, bias.grad
