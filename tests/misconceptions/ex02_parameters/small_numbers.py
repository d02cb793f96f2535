"""The draws were made smaller, so their spread is no longer 1.

Advice: Small starting values are common in large networks; here plain standard normal draws are
asked for.
"""

FAILS = {"random"}

import torch


def init_parameters(n_features, n_outputs):
    weight = (0.1 * torch.randn(n_features, n_outputs)).requires_grad_()
    bias = (0.1 * torch.randn(n_outputs)).requires_grad_()
    return weight, bias
