"""The bias's gradient has the opposite sign.

Advice: The sign comes from the errors, which are the same for weight and bias.
"""

FAILS = {"bias_gradient"}


def manual_gradients(X, y, weight, bias):
    errors = X @ weight + bias - y
    scale = 2 / errors.numel()
    grad_weight = scale * X.T @ errors
    grad_bias = -scale * errors.sum(dim=0)
    return grad_weight, grad_bias
