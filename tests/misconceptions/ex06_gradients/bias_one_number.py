"""The errors of all outputs are added up into one number for the bias.

Advice: Each output has a bias of its own. Which axis should be summed, and which kept?
"""

FAILS = {"bias_gradient"}


def manual_gradients(X, y, weight, bias):
    errors = X @ weight + bias - y
    scale = 2 / errors.numel()
    grad_weight = scale * X.T @ errors
    grad_bias = scale * errors.sum()
    return grad_weight, grad_bias
