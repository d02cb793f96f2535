"""The parameters of the layer from build_model do not require grad, so it cannot be trained.

Advice: A layer is built to be trained. Recording is switched off around a prediction, not in the
layer.
"""

FAILS = {"build_model"}

import torch
from torch import nn


def build_model(n_features, n_outputs):
    model = nn.Linear(n_features, n_outputs)
    model.requires_grad_(False)
    return model


def from_parameters(weight, bias):
    layer = nn.Linear(weight.shape[0], weight.shape[1])
    with torch.no_grad():
        layer.weight.copy_(weight.T)
        layer.bias.copy_(bias)
    return layer
