"""from_parameters seeds torch's generator before it makes the layer.

Advice: The initial values are overwritten anyway, and seeding changes every number drawn
afterwards.
"""

FAILS = {"from_parameters"}

import torch
from torch import nn


def build_model(n_features, n_outputs):
    return nn.Linear(n_features, n_outputs)


def from_parameters(weight, bias):
    n_features, n_outputs = weight.shape
    torch.manual_seed(0)
    layer = nn.Linear(n_features, n_outputs)
    with torch.no_grad():
        layer.weight.copy_(weight.T)
        layer.bias.copy_(bias)
    return layer
