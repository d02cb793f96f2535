"""The layer from build_model always has one feature and one output.

Advice: Give nn.Linear the two sizes that the function is called with.
"""

FAILS = {"build_model"}

import torch
from torch import nn


def build_model(n_features, n_outputs):
    return nn.Linear(1, 1)
def from_parameters(weight, bias):
    d, k = weight.shape
    layer = nn.Linear(d, k)
    with torch.no_grad():
        layer.weight.copy_(weight.T)
        layer.bias.copy_(bias)
    return layer
