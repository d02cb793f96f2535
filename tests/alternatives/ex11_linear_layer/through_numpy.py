"""Takes the numbers through NumPy; torch.tensor copies them."""

import numpy as np
import torch
from torch import nn


def build_model(n_features, n_outputs):
    return nn.Linear(n_features, n_outputs)


def from_parameters(weight, bias):
    turned = np.transpose(weight.detach().numpy())
    layer = nn.Linear(turned.shape[1], turned.shape[0])
    layer.weight = nn.Parameter(torch.tensor(turned))
    layer.bias = nn.Parameter(torch.tensor(bias.detach().numpy()))
    return layer
