"""The layer from build_model always has three features and two outputs.

Advice: The sizes are arguments, so that the same function serves the study hours and any other data.
"""

FAILS = {"build_model"}

import torch
from torch import nn


def build_model(n_features, n_outputs):
    return nn.Linear(3, 2)


def from_parameters(weight, bias):
    layer = nn.Linear(weight.shape[0], weight.shape[1])
    with torch.no_grad():
        layer.weight.copy_(weight.T)
        layer.bias.copy_(bias)
    return layer
