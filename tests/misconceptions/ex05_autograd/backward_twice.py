"""backward() runs twice in one call, so every gradient is doubled.

Advice: `retain_graph=True` makes the second run possible, not useful. How often do you need to ask?
"""

FAILS = {"gradients"}

import torch


def autograd_gradients(X, y, weight, bias):
    weight.grad = None
    bias.grad = None
    loss = torch.mean((X @ weight + bias - y) ** 2)
    loss.backward(retain_graph=True)
    loss.backward()
    return weight.grad, bias.grad
