"""The weight has one dimension, as if there were only one output.

Advice: Each output needs a weight for each feature. That is a table, even when it has only one
column.
"""

FAILS = {"shapes"}

import torch


def init_parameters(n_features, n_outputs):
    weight = torch.randn(n_features, requires_grad=True)
    bias = torch.randn(n_outputs, requires_grad=True)
    return weight, bias
