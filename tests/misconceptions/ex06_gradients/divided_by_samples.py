"""The gradients are divided by n only; the loss is a mean over n * k entries.

Advice: With one output both counts are equal. How many squares does the mean cover with two?
"""

FAILS = {"weight_gradient", "bias_gradient"}


def manual_gradients(X, y, weight, bias):
    errors = X @ weight + bias - y
    scale = 2 / len(X)
    grad_weight = scale * X.T @ errors
    grad_bias = scale * errors.sum(dim=0)
    return grad_weight, grad_bias
