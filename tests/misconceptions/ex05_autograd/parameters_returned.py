"""The parameters themselves are returned, not their gradients.

Advice: A parameter and its gradient have the same shape and are easily confused. Where does a
parameter keep its gradient?
"""

FAILS = {"gradients"}

import torch


def autograd_gradients(X, y, weight, bias):
    weight.grad = None
    bias.grad = None
    loss = torch.mean((X @ weight + bias - y) ** 2)
    loss.backward()
    return weight, bias
