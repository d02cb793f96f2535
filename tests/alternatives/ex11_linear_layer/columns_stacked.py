"""Stacks the columns of the weight as rows, with a while loop."""

import torch
from torch import nn


def build_model(d, k):
    return nn.Linear(d, k)


def from_parameters(w, b):
    rows = []
    j = 0
    while j < w.shape[1]:
        rows.append(w[:, j])
        j += 1
    layer = nn.Linear(w.shape[0], len(rows))
    with torch.no_grad():
        layer.weight.copy_(torch.stack(rows))
        layer.bias.copy_(b)
    return layer
