"""The two gradients are returned in the wrong order: bias first.

Advice: Compare the order in your return with the one on the page.
"""

FAILS = {"weight_gradient", "bias_gradient"}


def manual_gradients(X, y, weight, bias):
    errors = X @ weight + bias - y
    scale = 2 / errors.numel()
    grad_weight = scale * X.T @ errors
    grad_bias = scale * errors.sum(dim=0)
    return grad_bias, grad_weight
