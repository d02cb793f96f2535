"""build_model is the class nn.Linear itself, from_parameters a lambda."""

import torch
from torch import nn

build_model = nn.Linear


def _fill(layer, w, b):
    with torch.no_grad():
        layer.weight.zero_().add_(w.T)
        layer.bias.zero_().add_(b)
    return layer


from_parameters = lambda w, b: _fill(nn.Linear(*w.shape), w, b)
