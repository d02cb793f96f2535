"""The gradients stay in `.grad`, and nothing is returned.

Advice: `backward()` has done its work, but the caller expects a pair of tensors.
"""

FAILS = {"gradients"}

import torch


def autograd_gradients(X, y, weight, bias):
    weight.grad = None
    bias.grad = None
    loss = torch.mean((X @ weight + bias - y) ** 2)
    loss.backward()
