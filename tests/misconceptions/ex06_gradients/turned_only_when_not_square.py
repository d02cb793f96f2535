"""The weight's gradient is turned on its side wherever there are as many features as outputs.

Advice: A test of the shape cannot see whether a square table lies right. Which product has one row
for each feature from the start?
"""

FAILS = {"weight_gradient"}


def manual_gradients(X, y, weight, bias):
    errors = X @ weight + bias - y
    grad_weight = 2 * errors.T @ X / errors.numel()
    if grad_weight.shape != weight.shape:
        grad_weight = grad_weight.T
    grad_bias = 2 * errors.sum(dim=0) / errors.numel()
    return grad_weight, grad_bias
