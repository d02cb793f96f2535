"""All outputs get the same bias, made of one number.

Advice: Each output has a bias of its own: copy the whole tensor.
"""

FAILS = {"from_parameters", "own_memory"}

import torch
from torch import nn


def build_model(n_features, n_outputs):
    return nn.Linear(n_features, n_outputs)


def from_parameters(weight, bias):
    layer = nn.Linear(weight.shape[0], weight.shape[1])
    with torch.no_grad():
        layer.weight.copy_(weight.T)
        layer.bias.fill_(bias[0].item())
    return layer
