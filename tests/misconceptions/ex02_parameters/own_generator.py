"""The numbers come from a generator of their own, so torch.manual_seed does not reach them.

Advice: Leave the generator out: then torch draws from its global one.
"""

FAILS = {"random"}

import torch


def init_parameters(n_features, n_outputs):
    g = torch.Generator().manual_seed(1)
    weight = torch.randn(n_features, n_outputs, generator=g).requires_grad_()
    bias = torch.randn(n_outputs, generator=g).requires_grad_()
    return weight, bias
