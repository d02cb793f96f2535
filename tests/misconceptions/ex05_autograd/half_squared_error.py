"""The loss is half the mean squared error, and so are its gradients.

Advice: The factor 1/2 that some books put there is not in the formula of this course.
"""

FAILS = {"gradients"}

import torch


def autograd_gradients(X, y, weight, bias):
    weight.grad = None
    bias.grad = None
    pred = X @ weight + bias
    loss = torch.mean((pred - y) ** 2) / 2
    loss.backward()
    return weight.grad, bias.grad
