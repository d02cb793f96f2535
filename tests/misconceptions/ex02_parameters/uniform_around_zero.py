"""The numbers are uniform between -1 and 1, not standard normal.

Advice: Uniform numbers never go beyond -1 or 1 here; about 32 in 100 standard normal numbers do.
Which function draws those?
"""

FAILS = {"random"}

import torch


def init_parameters(n_features, n_outputs):
    weight = (2 * torch.rand(n_features, n_outputs) - 1).requires_grad_()
    bias = (2 * torch.rand(n_outputs) - 1).requires_grad_()
    return weight, bias
