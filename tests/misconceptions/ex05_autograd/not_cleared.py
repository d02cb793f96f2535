"""Old gradients are never cleared, so each call adds to the one before.

Advice: `backward()` adds to `.grad`. What should be there when it begins?
"""

FAILS = {"every_call"}

import torch


def autograd_gradients(X, y, weight, bias):
    loss = torch.mean((X @ weight + bias - y) ** 2)
    loss.backward()
    return weight.grad, bias.grad
