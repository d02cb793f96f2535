"""The numbers are uniform between -1 and 1, not standard normal.

Advice: Uniform numbers are never larger than 1, standard-normal ones are in about 32 of 100 cases.
Which function draws those?
"""

FAILS = {"random"}

import torch


def init_parameters(n_features, n_outputs):
    weight = (2 * torch.rand(n_features, n_outputs) - 1).requires_grad_()
    bias = (2 * torch.rand(n_outputs) - 1).requires_grad_()
    return weight, bias
