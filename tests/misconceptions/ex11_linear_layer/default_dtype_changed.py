"""build_model changes torch's default dtype and leaves it changed.

Advice: Every tensor that is made later is affected. Give a dtype to a single tensor or layer if you
need one.
"""

FAILS = {"build_model"}

import torch
from torch import nn


def build_model(n_features, n_outputs):
    torch.set_default_dtype(torch.float64)
    model = nn.Linear(n_features, n_outputs)
    return model.float()


def from_parameters(weight, bias):
    layer = nn.Linear(weight.shape[0], weight.shape[1])
    with torch.no_grad():
        layer.weight.copy_(weight.T)
        layer.bias.copy_(bias)
    return layer
