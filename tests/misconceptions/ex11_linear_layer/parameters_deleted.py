"""The layer's parameters are deleted and plain tensors put in their place.

Advice: It predicts correctly, but parameters() is empty now, so no optimizer can train it. Keep
them as parameters.
"""

FAILS = {"from_parameters"}

import torch
from torch import nn


def build_model(n_features, n_outputs):
    return nn.Linear(n_features, n_outputs)


def from_parameters(weight, bias):
    n_features, n_outputs = weight.shape
    layer = nn.Linear(n_features, n_outputs)
    del layer.weight, layer.bias
    layer.weight = weight.detach().T.clone()
    layer.bias = bias.detach().clone()
    return layer
