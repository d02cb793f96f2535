"""Imports everything from torch and torch.nn."""

from torch import *
from torch.nn import *


def build_model(n_features, n_outputs):
    return Linear(n_features, n_outputs)


def from_parameters(weight, bias):
    layer = Linear(len(weight), len(bias))
    with no_grad():
        layer.weight.copy_(einsum("dk->kd", weight))
        layer.bias.copy_(bias)
    return layer
