"""The numbers are uniform between 0 and 1, not standard normal.

Advice: `rand` and `randn` differ by one letter: only one of them draws negative numbers.
"""

FAILS = {"random"}

import torch


def init_parameters(n_features, n_outputs):
    weight = torch.rand(n_features, n_outputs, requires_grad=True)
    bias = torch.rand(n_outputs, requires_grad=True)
    return weight, bias
