"""The state that is loaded has the weight as it is given, (d, k); the layer keeps it as (k, d).

Advice: Load weight.T.
"""

FAILS = {"from_parameters", "own_memory"}

import torch
from torch import nn


def build_model(n_features, n_outputs):
    return nn.Linear(n_features, n_outputs)


def from_parameters(weight, bias):
    layer = nn.Linear(weight.shape[0], weight.shape[1])
    layer.load_state_dict({"weight": weight, "bias": bias})
    return layer
