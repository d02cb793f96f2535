"""There are two mistakes. Both gradients have the opposite sign: the errors are targets minus predictions. The gradients are divided by n only; the loss is a mean over n * k entries.

Advice: For the loss the order makes no difference, as the square removes the sign. For the gradient
it does. With one output both counts are equal. How many squares does the mean cover with two?
"""

FAILS = {"weight_gradient", "bias_gradient"}



def manual_gradients(X, y, weight, bias):
    n = len(X)
    e = y - (X @ weight + bias)
    return 2 / n * X.T @ e, 2 / n * e.sum(0)
