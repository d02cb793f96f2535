"""An optimizer from torch.optim is made just to clear the gradients.

Advice: All of torch.optim is left for later. Clearing a `.grad` takes one assignment for each
parameter.
"""

FAILS = {"gradients", "every_call"}

import torch
from torch.optim import SGD as Cleaner


def autograd_gradients(X, y, weight, bias):
    Cleaner([weight, bias], lr=0.1).zero_grad()
    loss = torch.mean((X @ weight + bias - y) ** 2)
    loss.backward()
    return weight.grad, bias.grad
