"""The bias is a column of shape (k, 1) instead of (k,).

Advice: Added to predictions of shape (n, k), a column would run along the samples. The bias has
one dimension only.
"""

FAILS = {"shapes"}

import torch


def init_parameters(n_features, n_outputs):
    weight = torch.randn(n_features, n_outputs, requires_grad=True)
    bias = torch.randn(n_outputs, 1, requires_grad=True)
    return weight, bias
