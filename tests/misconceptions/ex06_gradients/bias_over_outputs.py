"""The bias's gradient is summed over the outputs, which leaves one number for each sample.

Advice: The result has to have one number for each output. Which axis has to go?
"""

FAILS = {"bias_gradient"}


def manual_gradients(X, y, weight, bias):
    errors = X @ weight + bias - y
    scale = 2 / errors.numel()
    grad_weight = scale * X.T @ errors
    grad_bias = scale * errors.sum(dim=1)
    return grad_weight, grad_bias
