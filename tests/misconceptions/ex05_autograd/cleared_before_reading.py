"""The gradients are cleared between backward() and return, so None is returned.

Advice: Read the three lines in the order in which they run. What does `.grad` hold at the end?
"""

FAILS = {"gradients"}

import torch


def autograd_gradients(X, y, weight, bias):
    loss = torch.mean((X @ weight + bias - y) ** 2)
    loss.backward()
    weight.grad = None
    bias.grad = None
    return weight.grad, bias.grad
