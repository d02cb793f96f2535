"""The numbers come from a separate generator, so torch.manual_seed does not reach them.

Advice: Leave out the generator: torch then draws from its global one.
"""

FAILS = {"random"}

import torch


def init_parameters(n_features, n_outputs):
    g = torch.Generator().manual_seed(1)
    weight = torch.randn(n_features, n_outputs, generator=g).requires_grad_()
    bias = torch.randn(n_outputs, generator=g).requires_grad_()
    return weight, bias
