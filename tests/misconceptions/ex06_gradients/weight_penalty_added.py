"""A penalty on large weights is added to the weight's gradient.

Advice: Such a term belongs to another loss. This one is the mean squared error alone.
"""

FAILS = {"weight_gradient"}


def manual_gradients(X, y, weight, bias):
    errors = X @ weight + bias - y
    scale = 2 / errors.numel()
    grad_weight = scale * X.T @ errors
    grad_weight = grad_weight + 2 * 0.01 * weight
    grad_bias = scale * errors.sum(dim=0)
    return grad_weight, grad_bias
