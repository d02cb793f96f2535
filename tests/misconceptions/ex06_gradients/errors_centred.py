"""The weight's gradient is that of features, or of errors, whose mean has been subtracted.

Advice: Features and errors enter the gradient as they are, just as they do in the prediction and in
the loss. Where is a mean subtracted?
"""

FAILS = {"weight_gradient"}

def manual_gradients(X, y, weight, bias):
    errors = X @ weight + bias - y
    scale = 2 / errors.numel()
    grad_bias = scale * errors.sum(dim=0)
    errors = errors - errors.mean(dim=0)
    grad_weight = scale * X.T @ errors
    return grad_weight, grad_bias
