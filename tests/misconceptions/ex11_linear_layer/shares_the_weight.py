"""The layer has its own bias, but shares the memory of the given weight.

Advice: A transposed tensor is another view of the same numbers, not a copy of them.
"""

FAILS = {"own_memory"}

import torch
from torch import nn


def build_model(n_features, n_outputs):
    return nn.Linear(n_features, n_outputs)


def from_parameters(weight, bias):
    n_features, n_outputs = weight.shape
    layer = nn.Linear(n_features, n_outputs)
    layer.weight.data = weight.data.T
    layer.bias.data = bias.data.clone()
    return layer
