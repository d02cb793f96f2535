"""The numbers are written into the parameters while PyTorch is recording, which it refuses.

Advice: A leaf that requires grad must not be changed in place while recording is on. Switch it off for these lines.
"""

FAILS = {"from_parameters", "own_memory"}

import torch
from torch import nn


def build_model(n_features, n_outputs):
    return nn.Linear(n_features, n_outputs)


def from_parameters(weight, bias):
    n_features, n_outputs = weight.shape
    layer = nn.Linear(n_features, n_outputs)
    layer.weight.copy_(weight.T)
    layer.bias.copy_(bias)
    return layer
