"""Switches recording off and back on by hand, and starts from a layer full of zeros."""

import torch
from torch import nn


def build_model(n_features, n_outputs):
    model = nn.Linear(n_features, n_outputs)
    model.weight.data = torch.zeros(n_outputs, n_features)
    model.bias.data = torch.zeros(n_outputs)
    return model


def from_parameters(weight, bias):
    layer = build_model(weight.shape[0], weight.shape[1])
    before = torch.is_grad_enabled()
    torch.set_grad_enabled(False)
    try:
        layer.weight += weight.T
        layer.bias += bias
    finally:
        torch.set_grad_enabled(before)
    return layer
