"""X and the errors are multiplied as they are, but their shapes do not fit.

Advice: The sum has to run over the samples, and the result has to be (d, k). Which of the two must
be transposed?
"""

FAILS = {"weight_gradient", "bias_gradient"}


def manual_gradients(X, y, weight, bias):
    errors = X @ weight + bias - y
    scale = 2 / errors.numel()
    grad_weight = scale * X @ errors
    grad_bias = scale * errors.sum(dim=0)
    return grad_weight, grad_bias
