"""The random generator is set back to its start at every call.

Advice: Nothing is drawn here, and whoever draws numbers afterwards gets the same ones again and
again.
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
