"""build_model returns an nn.Sequential that holds the layer, not the layer.

Advice: A container is useful when there are several layers. Here the layer itself is asked for.
"""

FAILS = {"build_model"}

import torch
from torch import nn


def build_model(n_features, n_outputs):
    return nn.Sequential(nn.Linear(n_features, n_outputs))


def from_parameters(weight, bias):
    layer = nn.Linear(weight.shape[0], weight.shape[1])
    with torch.no_grad():
        layer.weight.copy_(weight.T)
        layer.bias.copy_(bias)
    return layer
