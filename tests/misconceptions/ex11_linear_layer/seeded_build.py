"""build_model seeds torch's generator, so every layer starts with the same numbers.

Advice: Setting a seed is up to the caller. Let nn.Linear draw from the generator as it finds it.
"""

FAILS = {"build_model"}

import torch
from torch import nn


def build_model(n_features, n_outputs):
    torch.manual_seed(42)
    return nn.Linear(n_features, n_outputs)


def from_parameters(weight, bias):
    layer = nn.Linear(weight.shape[0], weight.shape[1])
    with torch.no_grad():
        layer.weight.copy_(weight.T)
        layer.bias.copy_(bias)
    return layer
