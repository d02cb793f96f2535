"""The random generator is reset to the same starting point at every call.

Advice: Nothing is drawn here, and whatever is drawn afterwards comes out the same again and again.
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
