"""There is one loss for each output, and backward() needs a single number.

Advice: With one output this works by chance. Which numbers does the mean have to cover?
"""

FAILS = {"gradients"}

import torch


def autograd_gradients(X, y, weight, bias):
    weight.grad = None
    bias.grad = None
    pred = X @ weight + bias
    loss = torch.mean((pred - y) ** 2, dim=0)
    loss.backward()
    return weight.grad, bias.grad
