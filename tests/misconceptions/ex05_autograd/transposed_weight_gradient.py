"""The weight's gradient is transposed: (k, d) instead of (d, k).

Advice: A gradient has the shape of its parameter. With one feature and one output you cannot see
the difference.
"""

FAILS = {"gradients"}

import torch


def autograd_gradients(X, y, weight, bias):
    weight.grad = None
    bias.grad = None
    loss = torch.mean((X @ weight + bias - y) ** 2)
    loss.backward()
    return weight.grad.T, bias.grad
