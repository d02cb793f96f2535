"""The bias takes no part in the prediction, so it gets no gradient.

Advice: Autograd can only find what was used. Which parameter does your prediction never touch?
"""

FAILS = {"gradients"}

import torch


def autograd_gradients(X, y, weight, bias):
    weight.grad = None
    bias.grad = None
    loss = torch.mean((X @ weight - y) ** 2)
    loss.backward()
    return weight.grad, bias.grad
