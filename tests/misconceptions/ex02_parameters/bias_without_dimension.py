"""The bias is a single number without any dimension.

Advice: Each output has a bias of its own, so the bias has as many entries as there are outputs,
even if that is only 1.
"""

FAILS = {"shapes"}

import torch


def init_parameters(n_features, n_outputs):
    weight = torch.randn(n_features, n_outputs, requires_grad=True)
    bias = torch.randn((), requires_grad=True)
    return weight, bias
