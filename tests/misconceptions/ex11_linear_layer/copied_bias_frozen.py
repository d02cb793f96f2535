"""In the layer from given parameters only the weight can be trained; the bias is frozen.

Advice: Both parameters are learned. Check whether the bias of your layer still requires grad.
"""

FAILS = {"from_parameters"}

import torch
from torch import nn


def build_model(n_features, n_outputs):
    return nn.Linear(n_features, n_outputs)


def from_parameters(weight, bias):
    n_features, n_outputs = weight.shape
    layer = nn.Linear(n_features, n_outputs)
    layer.weight = nn.Parameter(weight.detach().T.clone(), requires_grad=True)
    layer.bias = nn.Parameter(bias.detach().clone(), requires_grad=False)
    return layer
