"""The targets are changed: after the call, `y` holds the errors.

Advice: A method whose name ends in an underscore changes the caller's tensor. Make a new one for
the errors.
"""

FAILS = {"weight_gradient"}


def manual_gradients(X, y, weight, bias):
    y.neg_().add_(X @ weight + bias)
    scale = 2 / y.numel()
    return scale * X.T @ y, scale * y.sum(dim=0)
