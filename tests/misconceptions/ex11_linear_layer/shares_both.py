"""The layer has no numbers of its own: it shares the memory of weight and of bias.

Advice: nn.Parameter wraps a tensor and .T shows it in another order; neither copies a number.
"""

FAILS = {"own_memory"}

import torch
from torch import nn


def build_model(n_features, n_outputs):
    return nn.Linear(n_features, n_outputs)


def from_parameters(weight, bias):
    n_features, n_outputs = weight.shape
    layer = nn.Linear(n_features, n_outputs)
    layer.weight = nn.Parameter(weight.T)
    layer.bias = nn.Parameter(bias)
    return layer
