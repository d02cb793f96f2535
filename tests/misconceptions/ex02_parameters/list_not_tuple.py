"""The parameters are returned in a list, not as a pair.

Advice: `return weight, bias` makes a tuple.
"""

FAILS = {"shapes"}

import torch


def init_parameters(n_features, n_outputs):
    return [torch.randn(n_features, n_outputs, requires_grad=True), torch.randn(n_outputs, requires_grad=True)]
