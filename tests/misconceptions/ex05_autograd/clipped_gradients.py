"""Large gradients are cut off at 1, so steep and very steep look the same.

Advice: Cutting gradients is a trick for other models. Return the slope as it is.
"""

FAILS = {"gradients"}

import torch


def autograd_gradients(X, y, weight, bias):
    weight.grad = None
    bias.grad = None
    loss = torch.mean((X @ weight + bias - y) ** 2)
    loss.backward()
    return weight.grad.clamp(-1, 1), bias.grad.clamp(-1, 1)
