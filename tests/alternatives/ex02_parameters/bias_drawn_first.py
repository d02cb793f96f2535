"""The bias is drawn before the weight."""

import torch


def init_parameters(n_features, n_outputs):
    bias = torch.randn((n_outputs,), requires_grad=True)
    weight = torch.randn((n_features, n_outputs), requires_grad=True)
    return weight, bias
