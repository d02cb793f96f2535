"""Drawn as (k, d) and turned."""

import torch


def init_parameters(n_features, n_outputs):
    weight = torch.randn(n_outputs, n_features).T.contiguous().requires_grad_()
    bias = torch.randn(1, n_outputs)[0].clone().detach().requires_grad_()
    return weight, bias
