"""Replaces both parameters of the layer by new ones made from copies."""

import torch.nn as nn
from torch import Tensor


def build_model(n_features: int, n_outputs: int) -> nn.Linear:
    layer = nn.Linear(n_features, n_outputs)
    return layer


def from_parameters(weight: Tensor, bias: Tensor) -> nn.Linear:
    layer = nn.Linear(weight.size(0), weight.size(1))
    layer.weight = nn.Parameter(weight.detach().t().clone())
    layer.bias = nn.Parameter(bias.detach().clone())
    return layer
