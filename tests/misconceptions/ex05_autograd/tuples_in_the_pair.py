"""Each gradient is in a tuple of its own: torch.autograd.grad always returns a tuple.

Advice: Take the first item of what torch.autograd.grad returns: [0].
"""

FAILS = {"gradients", "every_call"}

import torch


def autograd_gradients(X, y, weight, bias):
    loss = torch.mean((X @ weight + bias - y) ** 2)
    gw = torch.autograd.grad(loss, weight, retain_graph=True)
    gb = torch.autograd.grad(loss, bias)
    return gw, gb
