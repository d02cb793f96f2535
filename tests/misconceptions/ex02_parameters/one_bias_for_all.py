"""There is a single bias for all outputs.

Advice: Each output has a bias of its own.
"""

FAILS = {"shapes"}

import torch


def init_parameters(n_features, n_outputs):
    weight = torch.randn(n_features, n_outputs, requires_grad=True)
    bias = torch.randn(1, requires_grad=True)
    return weight, bias
