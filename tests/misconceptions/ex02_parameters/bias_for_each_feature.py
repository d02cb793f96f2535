"""There is a bias for each feature instead of one for each output.

Advice: The bias is added to the outputs.
"""

FAILS = {"shapes"}

import torch


def init_parameters(n_features, n_outputs):
    weight = torch.randn(n_features, n_outputs, requires_grad=True)
    bias = torch.randn(n_features, requires_grad=True)
    return weight, bias
