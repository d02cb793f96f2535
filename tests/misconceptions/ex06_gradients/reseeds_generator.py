"""The random generator is set back to its start at every call.

Advice: Nothing is drawn here, and whoever draws numbers afterwards gets the same ones again and
again.
"""

FAILS = {"weight_gradient"}

import torch


def manual_gradients(X, y, weight, bias):
    torch.manual_seed(1)
    errors = X @ weight + bias - y
    scale = 2 / errors.numel()
    grad_weight = scale * X.T @ errors
    grad_bias = scale * errors.sum(dim=0)
    return grad_weight, grad_bias
