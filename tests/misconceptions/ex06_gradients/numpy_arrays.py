"""NumPy arrays are returned where tensors were asked for.

Advice: You may compute in NumPy, but the pair that you return has to consist of tensors.
"""

FAILS = {"weight_gradient", "bias_gradient"}


def manual_gradients(X, y, weight, bias):
    errors = X @ weight + bias - y
    scale = 2 / errors.numel()
    grad_weight = scale * X.T @ errors
    grad_bias = scale * errors.sum(dim=0)
    return grad_weight.numpy(), grad_bias.numpy()
