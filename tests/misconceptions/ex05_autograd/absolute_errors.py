"""The gradients belong to the mean of the absolute errors, not of the squared ones.

Advice: With absolute values a large error pulls no harder than a small one. Which loss is asked
for?
"""

FAILS = {"gradients"}

import torch


def autograd_gradients(X, y, weight, bias):
    weight.grad = None
    bias.grad = None
    pred = X @ weight + bias
    loss = torch.mean(torch.abs(pred - y))
    loss.backward()
    return weight.grad, bias.grad
