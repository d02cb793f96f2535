"""The way from weight and bias to the loss is cut, so there is nothing to walk back along.

Advice: detach(), .data, item(), numpy() and torch.no_grad() all cut it. Autograd follows the record
from the loss to the parameters: which line cuts yours?
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
