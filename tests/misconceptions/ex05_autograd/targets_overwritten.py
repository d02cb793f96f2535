"""The targets are changed: after the call, `y` holds something else.

Advice: A method whose name ends in an underscore changes the caller's tensor. Make a new one for
the errors.
"""

FAILS = {"gradients"}

import torch


def autograd_gradients(X, y, weight, bias):
    weight.grad = None
    bias.grad = None
    pred = X @ weight + bias
    loss = torch.mean((pred - y) ** 2)
    loss.backward()
    with torch.no_grad():
        y.sub_(pred)
    return weight.grad, bias.grad
