"""The bias's gradient keeps adding up from call to call; the weight's does not.

Advice: Each parameter has its own `.grad`. What you do for one, do for the other.
"""

FAILS = {"every_call"}

import torch


def autograd_gradients(X, y, weight, bias):
    before = 0 if weight.grad is None else weight.grad.clone()
    loss = torch.mean((X @ weight + bias - y) ** 2)
    loss.backward()
    return weight.grad - before, bias.grad
