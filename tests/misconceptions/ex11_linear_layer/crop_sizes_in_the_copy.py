"""from_parameters always makes a layer of three features and two outputs.

Advice: The sizes of the layer are in the shape of the given weight. Read them from there.
"""

FAILS = {"from_parameters"}

import torch
from torch import nn


def build_model(n_features, n_outputs):
    return nn.Linear(n_features, n_outputs)


def from_parameters(weight, bias):
    layer = nn.Linear(3, 2)
    with torch.no_grad():
        layer.weight.copy_(weight.T)
        layer.bias.copy_(bias)
    return layer
