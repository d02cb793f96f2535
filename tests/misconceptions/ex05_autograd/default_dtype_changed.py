"""The default dtype is changed for the whole program.

Advice: A line that sets a default affects all code that runs later. All inputs are float32 already.
"""

FAILS = {"gradients"}

import torch


def autograd_gradients(X, y, weight, bias):
    weight.grad = None
    bias.grad = None
    loss = torch.mean((X @ weight + bias - y) ** 2)
    loss.backward()
    torch.set_default_dtype(torch.float64)
    return weight.grad, bias.grad
