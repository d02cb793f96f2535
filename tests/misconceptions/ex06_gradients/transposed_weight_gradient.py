"""The weight's gradient is transposed: (k, d) instead of (d, k).

Advice: A gradient has the shape of its parameter. Which factor of the product comes first?
"""

FAILS = {"weight_gradient"}


def manual_gradients(X, y, weight, bias):
    errors = X @ weight + bias - y
    scale = 2 / errors.numel()
    grad_weight = scale * errors.T @ X
    grad_bias = scale * errors.sum(dim=0)
    return grad_weight, grad_bias
