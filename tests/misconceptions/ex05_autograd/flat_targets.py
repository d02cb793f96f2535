"""Predictions or targets lose their second axis, so with one output each prediction is compared with every target.

Advice: Look at the shape of the errors for (n, 1) minus (n,). It should be the shape of the
targets.
"""

FAILS = {"gradients"}

import torch


def autograd_gradients(X, y, weight, bias):
    weight.grad = None
    bias.grad = None
    loss = torch.mean((X @ weight + bias - y.squeeze()) ** 2)
    loss.backward()
    return weight.grad, bias.grad
