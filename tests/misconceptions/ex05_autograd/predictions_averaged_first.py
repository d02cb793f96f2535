"""The predictions are averaged before they are compared with the targets.

Advice: Every prediction has its own target. After averaging, the model can no longer be told which
sample was wrong.
"""

FAILS = {"gradients"}

import torch


def autograd_gradients(X, y, weight, bias):
    weight.grad = None
    bias.grad = None
    pred = torch.mean(X @ weight + bias)
    loss = torch.mean((y - pred) ** 2)
    loss.backward()
    return weight.grad, bias.grad
