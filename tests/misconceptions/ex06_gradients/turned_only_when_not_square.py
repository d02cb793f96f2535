"""The weight's gradient is transposed whenever there are as many features as outputs.

Advice: Checking the shape cannot tell whether a square table is the right way round. Which product
has one row for each feature from the start?
"""

FAILS = {"weight_gradient"}


def manual_gradients(X, y, weight, bias):
    errors = X @ weight + bias - y
    grad_weight = 2 * errors.T @ X / errors.numel()
    if grad_weight.shape != weight.shape:
        grad_weight = grad_weight.T
    grad_bias = 2 * errors.sum(dim=0) / errors.numel()
    return grad_weight, grad_bias
