"""The bias starts at zero instead of at a random number.

Advice: Draw the bias from the standard normal distribution too.
"""

FAILS = {"random"}

import torch


def init_parameters(n_features, n_outputs):
    weight = torch.randn(n_features, n_outputs, requires_grad=True)
    bias = torch.zeros(n_outputs, requires_grad=True)
    return weight, bias
