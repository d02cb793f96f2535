"""The loss is divided by the number of samples only; with several outputs the gradients are too large.

Advice: A mean over the whole table divides by n * k. With one output you cannot see the difference.
"""

FAILS = {"gradients"}

import torch


def autograd_gradients(X, y, weight, bias):
    weight.grad = None
    bias.grad = None
    pred = X @ weight + bias
    loss = torch.sum((pred - y) ** 2) / len(X)
    loss.backward()
    return weight.grad, bias.grad
