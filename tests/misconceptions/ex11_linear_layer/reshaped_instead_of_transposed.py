"""The weight is reshaped to (k, d), which mixes its entries up.

Advice: Reshaping reads the numbers row by row into a new shape. Transposing turns each column into
a row.
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
        layer.weight.copy_(weight.reshape(n_outputs, n_features))
        layer.bias.copy_(bias)
    return layer
