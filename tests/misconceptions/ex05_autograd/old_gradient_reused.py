"""If a gradient is there already it is returned, although it may belong to other data.

Advice: A `.grad` does not know which loss it came from. Compute this call's gradients every time.
"""

FAILS = {"every_call"}

import torch


def autograd_gradients(X, y, weight, bias):
    if weight.grad is None or bias.grad is None:
        weight.grad = None
        bias.grad = None
        loss = torch.mean((X @ weight + bias - y) ** 2)
        loss.backward()
    return weight.grad, bias.grad
