"""The layer from build_model has no bias.

Advice: Without a bias the prediction for a row of zeros is always 0. nn.Linear makes one unless you switch it off.
"""

FAILS = {"build_model"}

import torch
from torch import nn


def build_model(n_features, n_outputs):
    return nn.Linear(n_features, n_outputs, bias=False)


def from_parameters(weight, bias):
    layer = nn.Linear(weight.shape[0], weight.shape[1])
    with torch.no_grad():
        layer.weight.copy_(weight.T)
        layer.bias.copy_(bias)
    return layer
