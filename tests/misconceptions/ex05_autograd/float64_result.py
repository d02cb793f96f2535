"""The gradients are float64; float32 was asked for.

Advice: Autograd answers in the dtype of the parameters. Which line converts?
"""

FAILS = {"gradients"}

import torch


def autograd_gradients(X, y, weight, bias):
    weight.grad = None
    bias.grad = None
    loss = torch.mean((X @ weight + bias - y) ** 2)
    loss.backward()
    return weight.grad.double(), bias.grad.double()
