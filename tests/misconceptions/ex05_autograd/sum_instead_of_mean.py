"""The loss is the sum of the squared errors; its gradients are n * k times too large.

Advice: The loss of this course is the mean over all entries. Compare yours with the page before
this one.
"""

FAILS = {"gradients"}

import torch


def autograd_gradients(X, y, weight, bias):
    weight.grad = None
    bias.grad = None
    pred = X @ weight + bias
    loss = torch.sum((pred - y) ** 2)
    loss.backward()
    return weight.grad, bias.grad
