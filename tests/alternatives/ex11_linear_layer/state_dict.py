"""Loads the numbers as a state dict, which copies them."""

from torch import nn


def build_model(n_features, n_outputs):
    return nn.Linear(in_features=n_features, out_features=n_outputs, bias=True)


def from_parameters(weight, bias):
    layer = build_model(*weight.shape)
    layer.load_state_dict({"weight": weight.T, "bias": bias})
    return layer
