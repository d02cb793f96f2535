"""Gradient recording is switched off and never switched on again.

Advice: torch.set_grad_enabled is a switch for the whole program. Here it is not needed at all.
"""

FAILS = {"random"}

import torch


def init_parameters(n_features, n_outputs):
    torch.set_grad_enabled(False)
    weight = torch.randn(n_features, n_outputs).requires_grad_()
    bias = torch.randn(n_outputs).requires_grad_()
    return weight, bias
