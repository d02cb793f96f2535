"""Gradient recording is switched off for the whole program and stays off.

Advice: A formula needs no switch. If you want one, use a block that puts it back when it ends.
"""

FAILS = {"weight_gradient"}

import torch


def manual_gradients(X, y, weight, bias):
    torch.set_grad_enabled(False)
    errors = X @ weight + bias - y
    scale = 2 / errors.numel()
    grad_weight = scale * X.T @ errors
    grad_bias = scale * errors.sum(dim=0)
    return grad_weight, grad_bias
