"""Each call adds to the gradients of the calls before.

Advice: That is what backward() does with `.grad`, and why it has to be cleared. Here every call
starts from nothing.
"""

FAILS = {"weight_gradient", "bias_gradient"}

import torch

totals = {}


def manual_gradients(X, y, weight, bias):
    errors = X @ weight + bias - y
    scale = 2 / errors.numel()
    old_weight, old_bias = totals.get(weight.shape, (0, 0))
    grad_weight = old_weight + scale * X.T @ errors
    grad_bias = old_bias + scale * torch.sum(errors, dim=0)
    totals[weight.shape] = (grad_weight, grad_bias)
    return grad_weight, grad_bias
