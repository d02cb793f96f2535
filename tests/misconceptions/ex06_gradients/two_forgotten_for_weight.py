"""The weight's gradient lacks the factor 2 that the bias's gradient has.

Advice: The 2 comes from the square, which both gradients share.
"""

FAILS = {"weight_gradient"}


def manual_gradients(X, y, weight, bias):
    errors = X @ weight + bias - y
    scale = 2 / errors.numel()
    grad_weight = X.T @ errors / errors.numel()
    grad_bias = scale * errors.sum(dim=0)
    return grad_weight, grad_bias
