"""The weight's gradient is asked from a copy, and a computed copy keeps no gradient.

Advice: `.grad` is filled only for leaves. After which line does the name `weight` no longer stand
for the leaf?
"""

FAILS = {"gradients"}

import torch


def autograd_gradients(X, y, weight, bias):
    weight.grad = None
    bias.grad = None
    weight = weight.clone()
    loss = torch.mean((X @ weight + bias - y) ** 2)
    loss.backward()
    return weight.grad, bias.grad
