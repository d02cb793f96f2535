"""The shapes are hard-coded as 1 by 1, which fits only the study hours.

Advice: Use n_features and n_outputs.
"""

FAILS = {"shapes"}

import torch


def init_parameters(n_features, n_outputs):
    weight = torch.randn(1, 1, requires_grad=True)
    bias = torch.randn(1, requires_grad=True)
    return weight, bias
