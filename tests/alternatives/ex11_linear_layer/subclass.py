"""Returns a subclass of nn.Linear with a class method that makes it from parameters."""

from __future__ import annotations

import torch
from torch import nn


class UnitLayer(nn.Linear):
    @classmethod
    def from_weights(cls, weight, bias):
        layer = cls(weight.shape[0], weight.shape[1])
        with torch.no_grad():
            layer.weight[:] = weight.T
            layer.bias[:] = bias
        return layer


def build_model(n_features, n_outputs):
    return UnitLayer(n_features, n_outputs)


def from_parameters(weight, bias):
    return UnitLayer.from_weights(weight, bias)
