"""The layer is made for k features and d outputs so that the weight fits without turning.

Advice: The sizes of the layer follow from the data: d numbers go in, k come out. Turn the weight, not the layer.
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
