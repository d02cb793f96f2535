"""With one sample the bias's gradient is not divided by the number of outputs.

Advice: The loss is a mean over n * k errors, and with n = 1 there are still k of them. Is a special
case needed for one sample?
"""

FAILS = {"bias_gradient"}


def manual_gradients(X, y, weight, bias):
    errors = X @ weight + bias - y
    if X.shape[0] == 1:
        return 2 * X.T * errors / errors.shape[1], 2 * errors[0]
    return 2 * X.T @ errors / errors.numel(), 2 * errors.sum(dim=0) / errors.numel()
