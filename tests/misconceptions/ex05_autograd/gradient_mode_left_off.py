"""Gradient recording is switched off at the end and stays off, so the next call cannot work.

Advice: A switch for the whole program has to be put back. Here you do not need it at all.
"""

FAILS = {"every_call"}

import torch


def autograd_gradients(X, y, weight, bias):
    weight.grad = None
    bias.grad = None
    loss = torch.mean((X @ weight + bias - y) ** 2)
    loss.backward()
    torch.set_grad_enabled(False)
    return weight.grad, bias.grad
