"""A list is returned where a tuple was asked for.

Advice: Square brackets make a list. What makes a tuple?
"""

FAILS = {"weight_gradient", "bias_gradient"}


def manual_gradients(X, y, weight, bias):
    errors = X @ weight + bias - y
    scale = 2 / errors.numel()
    grad_weight = scale * X.T @ errors
    grad_bias = scale * errors.sum(dim=0)
    return [grad_weight, grad_bias]
