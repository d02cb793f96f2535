"""Fills .data in place, entry by entry."""

import torch


def build_model(n_features, n_outputs):
    return torch.nn.Linear(n_features, n_outputs)


def from_parameters(weight, bias):
    d, k = weight.shape
    layer = torch.nn.Linear(d, k)
    for j in range(k):
        for i in range(d):
            layer.weight.data[j, i] = weight[i, j].item()
        layer.bias.data[j] = bias[j].item()
    return layer
