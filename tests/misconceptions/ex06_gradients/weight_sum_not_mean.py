"""The weight's gradient is not divided by the number of entries; a matrix product sums.

Advice: The bias's gradient has the right factor. Which part of it is missing here?
"""

FAILS = {"weight_gradient"}


def manual_gradients(X, y, weight, bias):
    errors = X @ weight + bias - y
    scale = 2 / errors.numel()
    grad_weight = 2 * X.T @ errors
    grad_bias = scale * errors.sum(dim=0)
    return grad_weight, grad_bias
