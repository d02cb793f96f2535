"""More than the layer is returned.

Advice: Return the layer alone; it has its parameters.
"""

FAILS = {"build_model"}

import torch
from torch import nn


def build_model(n_features, n_outputs):
    model = nn.Linear(n_features, n_outputs)
    return model, list(model.parameters())


def from_parameters(weight, bias):
    layer = nn.Linear(weight.shape[0], weight.shape[1])
    with torch.no_grad():
        layer.weight.copy_(weight.T)
        layer.bias.copy_(bias)
    return layer
