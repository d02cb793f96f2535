"""The parameters are float64, while the data are float32.

Advice: A matrix product refuses to mix the two. Without a dtype, randn gives what is wanted.
"""

FAILS = {"shapes"}

import torch


def init_parameters(n_features, n_outputs):
    weight = torch.randn(n_features, n_outputs, dtype=torch.float64, requires_grad=True)
    bias = torch.randn(n_outputs, dtype=torch.float64, requires_grad=True)
    return weight, bias
