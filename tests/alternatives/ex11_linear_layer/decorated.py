"""Switches recording off with a decorator; parameters made meanwhile still require grad."""

import torch
from torch import nn


def build_model(n_features, n_outputs):
    model = nn.Linear(n_features, n_outputs)
    print("a new layer:", model)
    return model.train()


@torch.no_grad()
def from_parameters(given_weight, given_bias):
    layer = nn.Linear(given_weight.shape[0], given_weight.shape[1])
    layer.weight.set_(given_weight.detach().clone().permute(1, 0))
    layer.bias.set_(given_bias.detach().clone())
    return layer
