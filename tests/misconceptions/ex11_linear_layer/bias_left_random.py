"""The layer gets the weight but keeps its own random bias.

Advice: A layer has two parameters, and you are given both. See which of them your function never
mentions.
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
        layer.weight.copy_(weight.T)
    return layer
