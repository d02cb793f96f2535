"""The layer from build_model has its numbers of features and outputs swapped.

Advice: nn.Linear wants what goes in first and what comes out second; only its weight is stored the
other way round.
"""

FAILS = {"build_model"}

import torch
from torch import nn


def build_model(n_features, n_outputs):
    return nn.Linear(n_outputs, n_features)


def from_parameters(weight, bias):
    layer = nn.Linear(weight.shape[0], weight.shape[1])
    with torch.no_grad():
        layer.weight.copy_(weight.T)
        layer.bias.copy_(bias)
    return layer
