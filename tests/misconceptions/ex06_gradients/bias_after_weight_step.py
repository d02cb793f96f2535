"""The weight is updated before the bias's gradient is computed, so that gradient belongs to another model.

Advice: Both gradients belong to the same parameters. And this function only measures; it takes no
step.
"""

FAILS = {"bias_gradient"}


def manual_gradients(X, y, weight, bias):
    errors = X @ weight + bias - y
    scale = 2 / errors.numel()
    grad_weight = scale * X.T @ errors
    weight -= 0.01 * grad_weight
    errors = X @ weight + bias - y
    grad_bias = scale * errors.sum(dim=0)
    return grad_weight, grad_bias
