"""The random generator is reset to the same starting point at every call.

Advice: Nothing is drawn here, and whatever is drawn afterwards comes out the same again and again.
"""

FAILS = {"gradients"}

import torch


def autograd_gradients(X, y, weight, bias):
    torch.manual_seed(0)
    weight.grad = None
    bias.grad = None
    loss = torch.mean((X @ weight + bias - y) ** 2)
    loss.backward()
    return weight.grad, bias.grad
