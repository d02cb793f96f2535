"""torch.normal with mean 0 and standard deviation 1."""

import torch


def init_parameters(n_features, n_outputs):
    weight = torch.normal(0.0, 1.0, size=(n_features, n_outputs), requires_grad=True)
    bias = torch.normal(0.0, 1.0, size=(n_outputs,), requires_grad=True)
    return weight, bias
