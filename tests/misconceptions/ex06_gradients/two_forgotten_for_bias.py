"""The bias's gradient lacks the factor 2 that the weight's gradient has.

Advice: The 2 comes from the square, which both gradients share.
"""

FAILS = {"bias_gradient"}


def manual_gradients(X, y, weight, bias):
    errors = X @ weight + bias - y
    scale = 2 / errors.numel()
    grad_weight = scale * X.T @ errors
    grad_bias = errors.sum(dim=0) / errors.numel()
    return grad_weight, grad_bias
