"""The parameters are wrapped in nn.Parameter, which belongs to torch.nn.

Advice: Autograd needs nothing but tensors that require gradients, and those are what you were
given.
"""

FAILS = {"gradients", "every_call"}

import torch
from torch import nn


def autograd_gradients(X, y, weight, bias):
    own_weight = nn.Parameter(weight.detach().clone())
    own_bias = nn.Parameter(bias.detach().clone())
    loss = torch.mean((X @ own_weight + own_bias - y) ** 2)
    loss.backward()
    return own_weight.grad, own_bias.grad
