"""The features are missing from the weight's gradient: it is the bias's gradient in every row.

Advice: Increasing a weight changes the prediction by its feature, not by 1.
"""

FAILS = {"weight_gradient"}


def manual_gradients(X, y, weight, bias):
    errors = X @ weight + bias - y
    scale = 2 / errors.numel()
    grad_weight = scale * errors.sum(dim=0).expand(weight.shape)
    grad_bias = scale * errors.sum(dim=0)
    return grad_weight, grad_bias
