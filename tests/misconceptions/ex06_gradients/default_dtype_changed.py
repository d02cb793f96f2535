"""The default dtype is changed for the whole program.

Advice: A line that sets a default affects all code that runs later. All inputs are float32 already.
"""

FAILS = {"weight_gradient"}

import torch


def manual_gradients(X, y, weight, bias):
    errors = X @ weight + bias - y
    scale = 2 / errors.numel()
    grad_weight = scale * X.T @ errors
    grad_bias = scale * errors.sum(dim=0)
    torch.set_default_dtype(torch.float64)
    return grad_weight, grad_bias
