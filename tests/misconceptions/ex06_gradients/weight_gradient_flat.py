"""The weight's gradient is flattened to one axis; (d, k) was asked for.

Advice: A gradient has the shape of its parameter, even if that has only one column.
"""

FAILS = {"weight_gradient"}


def manual_gradients(X, y, weight, bias):
    errors = X @ weight + bias - y
    scale = 2 / errors.numel()
    grad_weight = scale * X.T @ errors
    grad_weight = grad_weight.flatten()
    grad_bias = scale * errors.sum(dim=0)
    return grad_weight, grad_bias
