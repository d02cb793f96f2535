"""The bias of the layer from build_model does not require grad; only the weight can be trained.

Advice: Both parameters are learned. Look at what you do with the bias after the layer is made.
"""

FAILS = {"build_model"}

import torch
from torch import nn


def build_model(n_features, n_outputs):
    model = nn.Linear(n_features, n_outputs)
    model.weight.requires_grad_(True)
    model.bias.requires_grad_(False)
    return model


def from_parameters(weight, bias):
    layer = nn.Linear(weight.shape[0], weight.shape[1])
    with torch.no_grad():
        layer.weight.copy_(weight.T)
        layer.bias.copy_(bias)
    return layer
