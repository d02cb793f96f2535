"""A plain tensor is assigned where the layer keeps a parameter, which nn.Linear refuses.

Advice: A layer's weight is an nn.Parameter. Write into the one that is there, or make a new one.
"""

FAILS = {"from_parameters", "own_memory"}

import torch
from torch import nn


def build_model(n_features, n_outputs):
    return nn.Linear(n_features, n_outputs)


def from_parameters(weight, bias):
    n_features, n_outputs = weight.shape
    layer = nn.Linear(n_features, n_outputs)
    layer.weight = weight.T
    layer.bias = bias
    return layer
