"""With as many samples as outputs, the errors are added over the outputs: one number for each sample.

Advice: A bias belongs to an output, and every sample contributes to it. Over which dimension must
the errors be added? If n = k, the length of the result cannot tell you.
"""

FAILS = {"bias_gradient"}


def manual_gradients(X, y, weight, bias):
    errors = X @ weight + bias - y
    grad_weight = 2 * X.T @ errors / errors.numel()
    grad_bias = errors.sum(dim=1)
    if grad_bias.shape != bias.shape:
        grad_bias = errors.sum(dim=0)
    return grad_weight, 2 * grad_bias / errors.numel()
