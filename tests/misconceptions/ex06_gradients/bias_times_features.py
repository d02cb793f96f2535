"""The errors in the bias's gradient are multiplied by features.

Advice: A bias is not multiplied by anything. What does its formula have in place of the feature?
"""

FAILS = {"bias_gradient"}


def manual_gradients(X, y, weight, bias):
    errors = X @ weight + bias - y
    scale = 2 / errors.numel()
    grad_weight = scale * X.T @ errors
    grad_bias = scale * (X.sum(dim=1, keepdim=True) * errors).sum(dim=0)
    return grad_weight, grad_bias
