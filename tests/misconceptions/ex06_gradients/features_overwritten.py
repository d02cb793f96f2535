"""The features are changed: the factor was multiplied into the caller's `X`.

Advice: `*=` changes the tensor that you were given. Put the factor somewhere else.
"""

FAILS = {"weight_gradient"}


def manual_gradients(X, y, weight, bias):
    errors = X @ weight + bias - y
    scale = 2 / errors.numel()
    grad_bias = scale * errors.sum(dim=0)
    X *= scale
    grad_weight = X.T @ errors
    return grad_weight, grad_bias
