"""A `.grad` is zeroed before there is one: at first it is None, and None has no zero_().

Advice: Think of parameters that have never been used. Clearing has to work in both cases.
"""

FAILS = {"gradients"}

import torch


def autograd_gradients(X, y, weight, bias):
    weight.grad.zero_()
    bias.grad.zero_()
    loss = torch.mean((X @ weight + bias - y) ** 2)
    loss.backward()
    return weight.grad, bias.grad
