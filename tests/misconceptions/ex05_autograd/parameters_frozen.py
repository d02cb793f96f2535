"""The parameters no longer require gradients after the call, so a second call cannot work.

Advice: `weight` and `bias` belong to the caller and are needed for training. Leave their
`requires_grad` alone.
"""

FAILS = {"every_call"}

import torch


def autograd_gradients(X, y, weight, bias):
    weight.grad = None
    bias.grad = None
    loss = torch.mean((X @ weight + bias - y) ** 2)
    loss.backward()
    weight.requires_grad_(False)
    bias.requires_grad_(False)
    return weight.grad, bias.grad
