"""The predictions are used in place of the errors; the targets never appear.

Advice: A perfect prediction should give gradients of 0. Does yours?
"""

FAILS = {"weight_gradient", "bias_gradient"}


def manual_gradients(X, y, weight, bias):
    errors = X @ weight + bias
    scale = 2 / errors.numel()
    grad_weight = scale * X.T @ errors
    grad_bias = scale * errors.sum(dim=0)
    return grad_weight, grad_bias
