"""The generator gets a new seed at every call, so no draw can be repeated.

Advice: Draw from the generator as it is. The caller decides on the seed.
"""

FAILS = {"random"}

import torch


def init_parameters(n_features, n_outputs):
    torch.seed()
    weight = torch.randn(n_features, n_outputs, requires_grad=True)
    bias = torch.randn(n_outputs, requires_grad=True)
    return weight, bias
