"""The draws were sorted, so they are no longer independent.

Advice: After sorting, each number says something about the next. Return the draws as they come.
"""

FAILS = {"random"}

import torch


def init_parameters(n_features, n_outputs):
    weight = torch.randn(n_features, n_outputs).sort(dim=0).values.requires_grad_()
    bias = torch.randn(n_outputs, requires_grad=True)
    return weight, bias
