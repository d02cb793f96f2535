"""Every output gets the same bias gradient, made from the errors of all the outputs.

Advice: Each output has a bias of its own, moved by the errors of that output alone.
"""

FAILS = {"bias_gradient"}


def manual_gradients(X, y, weight, bias):
    errors = X @ weight + bias - y
    scale = 2 / errors.numel()
    grad_weight = scale * X.T @ errors
    grad_bias = (2 * errors.mean()).expand(bias.shape)
    return grad_weight, grad_bias
