"""One number was drawn and repeated, so the entries are not independent.

Advice: Draw as many numbers as there are entries.
"""

FAILS = {"random"}

import torch


def init_parameters(n_features, n_outputs):
    weight = torch.randn(1).repeat(n_features, n_outputs).requires_grad_()
    bias = torch.randn(1).repeat(n_outputs).requires_grad_()
    return weight, bias
