"""Uses functools.partial, and optional extra parameters with defaults."""

from functools import partial

import torch
from torch import nn

build_model = partial(nn.Linear, bias=True, dtype=torch.float32)


def from_parameters(weight, bias, trainable=True):
    layer = build_model(weight.shape[0], weight.shape[1])
    layer.weight = nn.Parameter(weight.detach().clone().T, requires_grad=trainable)
    layer.bias = nn.Parameter(bias.detach().clone(), requires_grad=trainable)
    return layer
