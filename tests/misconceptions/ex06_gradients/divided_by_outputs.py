"""The gradients are divided by the number of outputs only, not by n * k.

Advice: How many squared errors went into the mean? One side of the table is not the whole table.
"""

FAILS = {"weight_gradient", "bias_gradient"}


def manual_gradients(X, y, weight, bias):
    errors = X @ weight + bias - y
    scale = 2 / y.shape[1]
    grad_weight = scale * X.T @ errors
    grad_bias = scale * errors.sum(dim=0)
    return grad_weight, grad_bias
