"""build_model returns a weight and a bias instead of a layer.

Advice: The layer keeps its parameters itself. Return the object that can be called with X.
"""

FAILS = {"build_model"}

import torch
from torch import nn


def build_model(n_features, n_outputs):
    weight = torch.randn(n_features, n_outputs, requires_grad=True)
    bias = torch.randn(n_outputs, requires_grad=True)
    return weight, bias


def from_parameters(weight, bias):
    layer = nn.Linear(weight.shape[0], weight.shape[1])
    with torch.no_grad():
        layer.weight.copy_(weight.T)
        layer.bias.copy_(bias)
    return layer
