"""The bias has shape (1, k) instead of (k,).

Advice: One number for each output, in one dimension.
"""

FAILS = {"shapes"}

import torch


def init_parameters(n_features, n_outputs):
    weight = torch.randn(n_features, n_outputs, requires_grad=True)
    bias = torch.randn(1, n_outputs, requires_grad=True)
    return weight, bias
