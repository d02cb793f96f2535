"""Only the sign of each error is used, which is the slope of the absolute error.

Advice: For squares, a large error pulls harder than a small one. How does the size of the error
enter?
"""

FAILS = {"weight_gradient", "bias_gradient"}

import torch


def manual_gradients(X, y, weight, bias):
    errors = torch.sign(X @ weight + bias - y)
    scale = 1 / errors.numel()
    grad_weight = scale * X.T @ errors
    grad_bias = scale * errors.sum(dim=0)
    return grad_weight, grad_bias
