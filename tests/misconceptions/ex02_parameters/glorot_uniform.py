"""The weight is uniform between two bounds, as layers draw it; it is not standard normal.

Advice: torch.randn draws standard normal numbers; use them as they are.
"""

FAILS = {"random"}

import torch


def init_parameters(n_features, n_outputs):
    bound = (6 / (n_features + n_outputs)) ** 0.5
    weight = (torch.rand(n_features, n_outputs) * 2 - 1) * bound
    bias = torch.randn(n_outputs)
    return weight.requires_grad_(), bias.requires_grad_()
