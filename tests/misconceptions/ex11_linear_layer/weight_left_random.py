"""The layer gets the bias but keeps its own random weight.

Advice: A layer has two parameters, and you are given both. See which of them is only asked for its
shape.
"""

FAILS = {"from_parameters"}

import torch
from torch import nn


def build_model(n_features, n_outputs):
    return nn.Linear(n_features, n_outputs)


def from_parameters(weight, bias):
    n_features, n_outputs = weight.shape
    layer = nn.Linear(n_features, n_outputs)
    layer.bias = nn.Parameter(bias.detach().clone())
    return layer
