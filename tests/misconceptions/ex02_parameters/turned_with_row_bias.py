"""There are two mistakes. The weight has shape (k, d) instead of (d, k). The bias has shape (1, k) instead of (k,).

Advice: The weight has one row for each feature and one column for each output. One number for each
output, in one dimension.
"""

FAILS = {"shapes", "random"}

import torch


def init_parameters(n_features, n_outputs):
    weight = torch.randn(n_outputs, n_features, requires_grad=True)
    bias = torch.randn(1, n_outputs, requires_grad=True)
    return weight, bias
