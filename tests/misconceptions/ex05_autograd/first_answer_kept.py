"""The gradients of the first call are kept, and every later call returns them again.

Advice: The loss changes with the data and the parameters, and so do its gradients. When are yours
computed?
"""

FAILS = {"every_call"}

import torch

answers = {}


def autograd_gradients(X, y, weight, bias):
    shape = (X.shape, weight.shape)
    if shape not in answers:
        loss = torch.mean((X @ weight + bias - y) ** 2)
        answers[shape] = torch.autograd.grad(loss, (weight, bias))
    return answers[shape]
