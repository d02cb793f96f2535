"""The two gradients are returned in the wrong order: bias first.

Advice: Compare the order in your return with the one on the page.
"""

FAILS = {"gradients"}

import torch


def autograd_gradients(X, y, weight, bias):
    weight.grad = None
    bias.grad = None
    loss = torch.mean((X @ weight + bias - y) ** 2)
    loss.backward()
    return bias.grad, weight.grad
