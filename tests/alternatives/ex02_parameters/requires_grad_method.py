"""Draw, then mark in place."""

import torch


def init_parameters(n_features, n_outputs):
    weight = torch.randn(n_features, n_outputs).requires_grad_()
    bias = torch.randn(n_outputs).requires_grad_()
    return weight, bias
