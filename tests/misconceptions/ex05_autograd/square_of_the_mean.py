"""The mean error is squared, instead of each error before the mean.

Advice: Errors of opposite sign cancel in a mean. Square first.
"""

FAILS = {"gradients"}

import torch


def autograd_gradients(X, y, weight, bias):
    weight.grad = None
    bias.grad = None
    pred = X @ weight + bias
    loss = torch.mean(pred - y) ** 2
    loss.backward()
    return weight.grad, bias.grad
