"""The errors are computed without the bias.

Advice: The bias is part of every prediction, so it is part of every error, including those in the
weight's gradient.
"""

FAILS = {"weight_gradient", "bias_gradient"}


def manual_gradients(X, y, weight, bias):
    errors = X @ weight - y
    scale = 2 / errors.numel()
    grad_weight = scale * X.T @ errors
    grad_bias = scale * errors.sum(dim=0)
    return grad_weight, grad_bias
