"""The parameters start at zero instead of at random numbers.

Advice: Random starts differ from each other; zeros would make all outputs and all runs begin
alike.
"""

FAILS = {"random"}

import torch


def init_parameters(n_features, n_outputs):
    weight = torch.zeros(n_features, n_outputs, requires_grad=True)
    bias = torch.zeros(n_outputs, requires_grad=True)
    return weight, bias
