"""The seed is set again at every call, so every call draws the same numbers.

Advice: Setting the same seed once more restarts the generator. Draw from where it is.
"""

FAILS = {"random"}

import torch


def init_parameters(n_features, n_outputs):
    torch.manual_seed(torch.initial_seed())
    weight = torch.randn(n_features, n_outputs, requires_grad=True)
    bias = torch.randn(n_outputs, requires_grad=True)
    return weight, bias
