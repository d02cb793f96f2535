"""The gradients are already multiplied by a learning rate.

Advice: How far to step is decided later. Here just the slope is wanted.
"""

FAILS = {"weight_gradient", "bias_gradient"}


def manual_gradients(X, y, weight, bias):
    errors = X @ weight + bias - y
    scale = 0.01 * 2 / errors.numel()
    grad_weight = scale * X.T @ errors
    grad_bias = scale * errors.sum(dim=0)
    return grad_weight, grad_bias
