"""The given parameters are added to the layer's random initial values.

Advice: The numbers that nn.Linear drew are still in the sum. Overwrite them instead of adding to them.
"""

FAILS = {"from_parameters"}

import torch
from torch import nn


def build_model(n_features, n_outputs):
    return nn.Linear(n_features, n_outputs)


def from_parameters(weight, bias):
    n_features, n_outputs = weight.shape
    layer = nn.Linear(n_features, n_outputs)
    with torch.no_grad():
        layer.weight += weight.T
        layer.bias += bias
    return layer
