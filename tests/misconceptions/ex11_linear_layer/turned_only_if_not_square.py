"""The weight is transposed only where it would not fit otherwise, so with d = k it goes in untransposed.

Advice: nn.Linear keeps one row for each output: transpose always.
"""

FAILS = {"from_parameters"}

import torch
from torch import Tensor, nn


def build_model(n_features: int, n_outputs: int) -> nn.Linear:
    model = nn.Linear(n_features, n_outputs)
    return model


def from_parameters(weight: Tensor, bias: Tensor) -> nn.Linear:
    layer = build_model(*weight.shape)
    w = weight if weight.shape == layer.weight.shape else weight.T
    with torch.no_grad():
        layer.weight.copy_(w)
        layer.bias.copy_(bias)
    return layer
