"""The weight's gradient is averaged over the outputs, although each output has its own weights.

Advice: Look at the shape: (d, k), one column for each output. Only the samples are summed.
"""

FAILS = {"weight_gradient"}


def manual_gradients(X, y, weight, bias):
    errors = X @ weight + bias - y
    scale = 2 / errors.numel()
    grad_weight = scale * X.T @ errors
    grad_weight = grad_weight.mean(dim=1, keepdim=True).expand(weight.shape)
    grad_bias = scale * errors.sum(dim=0)
    return grad_weight, grad_bias
