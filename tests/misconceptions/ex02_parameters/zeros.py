"""The parameters start at zero instead of at random numbers.

Advice: Random starts differ from one another; with zeros, all outputs and all runs would begin
alike.
"""

FAILS = {"random"}

import torch


def init_parameters(n_features, n_outputs):
    weight = torch.zeros(n_features, n_outputs, requires_grad=True)
    bias = torch.zeros(n_outputs, requires_grad=True)
    return weight, bias
