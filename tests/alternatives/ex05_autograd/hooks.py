"""Hooks catch this call's gradients on their way, before they are added to anything."""

import torch


def autograd_gradients(X, y, weight, bias):
    caught = {}
    hooks = [
        weight.register_hook(lambda gradient: caught.__setitem__("weight", gradient.clone())),
        bias.register_hook(lambda gradient: caught.__setitem__("bias", gradient.clone())),
    ]
    torch.mean((X @ weight + bias - y) ** 2).backward()
    for hook in hooks:
        hook.remove()
    return caught["weight"], caught["bias"]
