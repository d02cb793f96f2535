"""With one feature or one output the layer still shares the memory of the weight.

Advice: contiguous() copies only where the order in memory has to change. A single row or column stays as it is.
"""

FAILS = {"own_memory"}

import torch
from torch import nn


def build_model(n_features, n_outputs):
    return nn.Linear(n_features, n_outputs)


def from_parameters(weight, bias):
    n_features, n_outputs = weight.shape
    layer = nn.Linear(n_features, n_outputs)
    layer.weight = nn.Parameter(weight.detach().T.contiguous())
    layer.bias = nn.Parameter(bias.detach().clone())
    return layer
