"""The errors are still squared in the gradients.

Advice: The derivative lowers the exponent by one. What is left of a square?
"""

FAILS = {"weight_gradient", "bias_gradient"}


def manual_gradients(X, y, weight, bias):
    errors = (X @ weight + bias - y) ** 2
    scale = 2 / errors.numel()
    grad_weight = scale * X.T @ errors
    grad_bias = scale * errors.sum(dim=0)
    return grad_weight, grad_bias
