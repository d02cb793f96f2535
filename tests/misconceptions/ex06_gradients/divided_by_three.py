"""The number of samples in the study hours, 3, is hard-coded in the formula.

Advice: The tensors know their own size; ask them.
"""

FAILS = {"weight_gradient", "bias_gradient"}


def manual_gradients(X, y, weight, bias):
    errors = X @ weight + bias - y
    scale = 2 / 3
    grad_weight = scale * X.T @ errors
    grad_bias = scale * errors.sum(dim=0)
    return grad_weight, grad_bias
