"""The parameters are detached before the prediction, so there is nothing to walk back along.

Advice: Autograd follows the record from the loss to the parameters. Which call cuts it?
"""

FAILS = {"gradients"}

import torch


def autograd_gradients(X, y, weight, bias):
    weight.grad = None
    bias.grad = None
    pred = X @ weight.detach() + bias.detach()
    loss = torch.mean((pred - y) ** 2)
    loss.backward()
    return weight.grad, bias.grad
