"""Only the last sample counts.

Advice: The loss is the mean of the squared errors, and nothing else.
"""

FAILS = {"gradients", "every_call"}

import torch


def autograd_gradients(X, y, weight, bias):
    for i in range(len(X)):
        weight.grad = None
        bias.grad = None
        loss = ((X[i] @ weight + bias - y[i]) ** 2).mean()
        loss.backward()
    return weight.grad, bias.grad
