"""The bias's gradient is divided only by n, but the weight's by n * k.

Advice: A mean along one axis divides by the length of that axis. The loss is a mean over both.
"""

FAILS = {"bias_gradient"}


def manual_gradients(X, y, weight, bias):
    errors = X @ weight + bias - y
    scale = 2 / errors.numel()
    grad_weight = scale * X.T @ errors
    grad_bias = 2 * errors.mean(dim=0)
    return grad_weight, grad_bias
