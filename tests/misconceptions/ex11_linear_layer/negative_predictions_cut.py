"""The layer from build_model cuts negative predictions off at 0.

Advice: A linear layer returns the weighted sum plus bias as it is. Where it is cut off, no gradient flows.
"""

FAILS = {"build_model"}

import torch
from torch import nn


class YieldLayer(nn.Linear):
    def forward(self, X):
        return super().forward(X).clamp(min=0)


def build_model(n_features, n_outputs):
    return YieldLayer(n_features, n_outputs)


def from_parameters(weight, bias):
    layer = nn.Linear(weight.shape[0], weight.shape[1])
    with torch.no_grad():
        layer.weight.copy_(weight.T)
        layer.bias.copy_(bias)
    return layer
