"""The layer from build_model has one output, whatever is asked for.

Advice: A layer has one unit for each output. The second argument says how many there are.
"""

FAILS = {"build_model"}

import torch
from torch import nn


def build_model(n_features, n_outputs):
    return nn.Linear(n_features, 1)


def from_parameters(weight, bias):
    layer = nn.Linear(weight.shape[0], weight.shape[1])
    with torch.no_grad():
        layer.weight.copy_(weight.T)
        layer.bias.copy_(bias)
    return layer
