"""backward() is never called, so there are no new gradients: `.grad` stays as it was.

Advice: After the loss comes loss.backward(), with its brackets; only then is `.grad` filled.
"""

FAILS = {"gradients", "every_call"}



def autograd_gradients(X, y, weight, bias):
    pred = X @ weight + bias
    loss = ((pred - y) ** 2).mean()
    return weight.grad, bias.grad
