"""The layer's weight is (d, k), as it was given: it is not transposed.

Advice: nn.Linear keeps one row for each output, (k, d), so weight.T goes in; the layer itself is
made for d features and k outputs.
"""

FAILS = {"from_parameters"}

import torch
from torch import nn


def build_model(n_features, n_outputs):
    return nn.Linear(n_features, n_outputs)


def from_parameters(weight, bias):
    n_features, n_outputs = weight.shape
    layer = nn.Linear(n_outputs, n_features)
    layer.weight = nn.Parameter(weight.detach().clone())
    layer.bias = nn.Parameter(bias.detach().clone())
    return layer
