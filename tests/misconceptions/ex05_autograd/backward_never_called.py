"""backward() is never called, so `.grad` stays None, or what it was before.

Advice: The loss knows how it was computed, but gradients only come when it is asked for them: call the method, with its
brackets.
"""

FAILS = {"gradients", "every_call"}

import torch


def autograd_gradients(X, y, weight, bias):
    loss = torch.mean((X @ weight + bias - y) ** 2)
    loss.backward
    return weight.grad, bias.grad
