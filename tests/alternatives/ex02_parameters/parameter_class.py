"""A parameter is a leaf that requires grad, too."""

import torch


def init_parameters(n_features, n_outputs):
    weight = torch.nn.Parameter(torch.randn(n_features, n_outputs))
    bias = torch.nn.Parameter(torch.randn(n_outputs))
    return weight, bias
