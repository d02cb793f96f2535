"""The gradients are float64; float32 was asked for.

Advice: Computing in float64 is fine, but what you return has to be converted back.
"""

FAILS = {"weight_gradient", "bias_gradient"}


def manual_gradients(X, y, weight, bias):
    X, y, weight, bias = X.double(), y.double(), weight.double(), bias.double()
    errors = X @ weight + bias - y
    scale = 2 / errors.numel()
    grad_weight = scale * X.T @ errors
    grad_bias = scale * errors.sum(dim=0)
    return grad_weight, grad_bias
