"""The bias's gradient is always 0.

Advice: The bias is added to every prediction, so the loss changes with it. By how much does the
prediction change?
"""

FAILS = {"bias_gradient"}

import torch


def manual_gradients(X, y, weight, bias):
    errors = X @ weight + bias - y
    scale = 2 / errors.numel()
    grad_weight = scale * X.T @ errors
    grad_bias = torch.zeros_like(bias)
    return grad_weight, grad_bias
