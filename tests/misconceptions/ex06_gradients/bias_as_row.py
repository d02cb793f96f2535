"""The bias's gradient has shape (1, k), not (k,).

Advice: A gradient has the shape of its parameter. Are you keeping an axis that has been summed?
"""

FAILS = {"bias_gradient"}


def manual_gradients(X, y, weight, bias):
    errors = X @ weight + bias - y
    scale = 2 / errors.numel()
    grad_weight = scale * X.T @ errors
    grad_bias = scale * errors.sum(dim=0, keepdim=True)
    return grad_weight, grad_bias
