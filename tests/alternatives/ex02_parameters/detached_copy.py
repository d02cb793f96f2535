"""Arithmetic first, then a detached copy, which is a leaf again; an extra parameter with a default."""

import torch


def init_parameters(n_features, n_outputs, spread=1.0):
    weight = torch.randn(n_features, n_outputs, requires_grad=True) * spread
    bias = torch.randn(n_outputs, requires_grad=True) * spread
    weight = weight.detach().clone().requires_grad_(True)
    bias = bias.detach().clone().requires_grad_(True)
    return weight, bias
