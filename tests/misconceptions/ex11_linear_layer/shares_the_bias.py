"""The layer has its own weight, but shares the memory of the given bias.

Advice: Each parameter needs a copy. You made one of the weight; treat the bias in the same way.
"""

FAILS = {"own_memory"}

import torch
from torch import nn


def build_model(n_features, n_outputs):
    return nn.Linear(n_features, n_outputs)


def from_parameters(weight, bias):
    n_features, n_outputs = weight.shape
    layer = nn.Linear(n_features, n_outputs)
    layer.weight.data = weight.data.T.clone()
    layer.bias.data = bias.data
    return layer
