"""Only the first sample takes part in the gradients.

Advice: Every sample pulls at the parameters; the formula sums over all of them.
"""

FAILS = {"weight_gradient", "bias_gradient"}


def manual_gradients(X, y, weight, bias):
    X, y = X[:1], y[:1]
    errors = X @ weight + bias - y
    scale = 2 / errors.numel()
    grad_weight = scale * X.T @ errors
    grad_bias = scale * errors.sum(dim=0)
    return grad_weight, grad_bias
