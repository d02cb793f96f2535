"""With one feature the weight's gradient is a mean over the samples only, not over the outputs too.

Advice: The loss is a mean over all n * k errors, however many features there are. Is a special case
needed for one feature?
"""

FAILS = {"weight_gradient"}


def manual_gradients(X, y, weight, bias):
    errors = X @ weight + bias - y
    if X.shape[1] == 1:
        grad_weight = 2 * (X * errors).mean(dim=0, keepdim=True)
    else:
        grad_weight = 2 * X.T @ errors / errors.numel()
    return grad_weight, 2 * errors.sum(dim=0) / errors.numel()
