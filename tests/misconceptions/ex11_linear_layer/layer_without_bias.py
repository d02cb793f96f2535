"""The layer is made without a bias, so the given bias is lost.

Advice: The prediction is the weighted sum plus bias. A layer that has no bias cannot hold yours.
"""

FAILS = {"from_parameters"}

import torch
from torch import nn


def build_model(n_features, n_outputs):
    return nn.Linear(n_features, n_outputs)


def from_parameters(weight, bias):
    n_features, n_outputs = weight.shape
    layer = nn.Linear(n_features, n_outputs, bias=False)
    with torch.no_grad():
        layer.weight.copy_(weight.T)
    return layer
