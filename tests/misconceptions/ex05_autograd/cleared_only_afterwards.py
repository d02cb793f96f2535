"""Gradients are cleared only after use, so one that was there before the first call is added.

Advice: You leave things clean, but do you find them clean? Think of a parameter that comes in with
a `.grad`.
"""

FAILS = {"every_call"}

import torch


def autograd_gradients(X, y, weight, bias):
    loss = torch.mean((X @ weight + bias - y) ** 2)
    loss.backward()
    grad_weight, grad_bias = weight.grad.clone(), bias.grad.clone()
    weight.grad = None
    bias.grad = None
    return grad_weight, grad_bias
