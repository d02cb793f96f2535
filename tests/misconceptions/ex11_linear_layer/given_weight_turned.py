"""The given weight itself is transposed in place, so the caller gets it back changed.

Advice: A method whose name ends in an underscore changes its tensor. Use the form that returns a
new view.
"""

FAILS = {"from_parameters"}

import torch
from torch import nn


def build_model(n_features, n_outputs):
    return nn.Linear(n_features, n_outputs)


def from_parameters(weight, bias):
    n_features, n_outputs = weight.shape
    layer = nn.Linear(n_features, n_outputs)
    with torch.no_grad():
        layer.weight.copy_(weight.t_())
        layer.bias.copy_(bias)
    return layer
