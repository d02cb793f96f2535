"""normal_() on empty tensors."""

import torch


def init_parameters(n_features, n_outputs):
    weight = torch.empty(n_features, n_outputs).normal_()
    bias = torch.empty(n_outputs).normal_()
    weight.requires_grad = True
    bias.requires_grad = True
    return weight, bias
