"""The bias's gradient has shape (1, k), not (k,).

Advice: A gradient has the shape of its parameter. Which operation added an axis?
"""

FAILS = {"gradients"}

import torch


def autograd_gradients(X, y, weight, bias):
    weight.grad = None
    bias.grad = None
    loss = torch.mean((X @ weight + bias - y) ** 2)
    loss.backward()
    return weight.grad, bias.grad.reshape(1, -1)
