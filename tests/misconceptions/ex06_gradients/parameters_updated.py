"""The parameters are changed: an update was made as well.

Advice: This function only measures the slope. The step comes in the next exercises.
"""

FAILS = {"weight_gradient"}


def manual_gradients(X, y, weight, bias):
    errors = X @ weight + bias - y
    scale = 2 / errors.numel()
    grad_weight = scale * X.T @ errors
    grad_bias = scale * errors.sum(dim=0)
    weight -= 0.01 * grad_weight
    bias -= 0.01 * grad_bias
    return grad_weight, grad_bias
