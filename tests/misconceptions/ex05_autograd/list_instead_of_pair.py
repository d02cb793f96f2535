"""A list is returned where a tuple was asked for.

Advice: Square brackets make a list. What makes a tuple?
"""

FAILS = {"gradients"}

import torch


def autograd_gradients(X, y, weight, bias):
    weight.grad = None
    bias.grad = None
    loss = torch.mean((X @ weight + bias - y) ** 2)
    loss.backward()
    return [weight.grad, bias.grad]
