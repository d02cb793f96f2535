"""torch.nn.init fills empty tensors."""

import torch
from torch import nn


def init_parameters(n_features, n_outputs):
    weight = nn.init.normal_(torch.empty(n_features, n_outputs, requires_grad=True))
    bias = nn.init.normal_(torch.empty(n_outputs, requires_grad=True), mean=0.0, std=1.0)
    return weight, bias
