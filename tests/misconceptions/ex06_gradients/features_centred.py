"""The mean of the features is taken off before the weight's gradient is computed.

Advice: The prediction uses the features as they are, so the gradient does as well.
"""

FAILS = {"weight_gradient"}


def manual_gradients(X, y, weight, bias):
    errors = X @ weight + bias - y
    scale = 2 / errors.numel()
    grad_weight = scale * (X - X.mean(dim=0)).T @ errors
    grad_bias = scale * errors.sum(dim=0)
    return grad_weight, grad_bias
