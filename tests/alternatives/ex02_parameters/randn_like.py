"""randn_like of an empty tensor."""

import torch


def init_parameters(n_features, n_outputs):
    weight = torch.randn_like(torch.empty(n_features, n_outputs), requires_grad=True)
    bias = torch.randn_like(torch.empty(n_outputs)).requires_grad_(True)
    return weight, bias
