"""The weight has shape (k, d) instead of (d, k).

Advice: The weight has one row for each feature and one column for each output.
"""

FAILS = {"shapes"}

import torch


def init_parameters(n_features, n_outputs):
    weight = torch.randn(n_outputs, n_features, requires_grad=True)
    bias = torch.randn(n_outputs, requires_grad=True)
    return weight, bias
