"""The weight's gradient goes on adding up from call to call; the bias's does not.

Advice: Both parameters have a `.grad` of their own. What you do for one, do for the other.
"""

FAILS = {"every_call"}

import torch


def autograd_gradients(X, y, weight, bias):
    bias.grad = None
    loss = torch.mean((X @ weight + bias - y) ** 2)
    loss.backward()
    return weight.grad, bias.grad
