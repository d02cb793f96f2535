"""The bias's gradient is not divided by the number of entries.

Advice: The weight's gradient has the right factor. Which part of it is missing here?
"""

FAILS = {"bias_gradient"}


def manual_gradients(X, y, weight, bias):
    errors = X @ weight + bias - y
    scale = 2 / errors.numel()
    grad_weight = scale * X.T @ errors
    grad_bias = 2 * errors.sum(dim=0)
    return grad_weight, grad_bias
