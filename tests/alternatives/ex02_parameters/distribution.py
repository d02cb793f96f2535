"""torch.distributions.Normal."""

import torch


def init_parameters(n_features, n_outputs):
    standard = torch.distributions.Normal(0.0, 1.0)
    weight = standard.sample((n_features, n_outputs)).requires_grad_()
    bias = standard.sample((n_outputs,)).requires_grad_()
    return weight, bias
