"""The weight's gradient keeps adding up from call to call; the bias's does not.

Advice: Each parameter has its own `.grad`. What you do for one, do for the other.
"""

FAILS = {"every_call"}

import torch


def autograd_gradients(X, y, weight, bias):
    bias.grad = None
    loss = torch.mean((X @ weight + bias - y) ** 2)
    loss.backward()
    return weight.grad, bias.grad
