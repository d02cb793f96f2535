"""The gradient of a scalar loss is its Jacobian."""

from torch.autograd.functional import jacobian


def autograd_gradients(X, y, weight, bias):
    return jacobian(lambda w, b: ((X @ w + b - y) ** 2).mean(), (weight, bias))
