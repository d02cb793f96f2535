"""torch.manual_seed(42) inside the function: every call draws the same numbers.

Advice: Leave the seed to the program that calls you; delete the line.
"""

FAILS = {"random"}

import torch


def init_parameters(n_features, n_outputs):
    torch.manual_seed(42)
    weight = torch.randn(n_features, n_outputs, requires_grad=True)
    bias = torch.randn(n_outputs, requires_grad=True)
    return weight, bias
