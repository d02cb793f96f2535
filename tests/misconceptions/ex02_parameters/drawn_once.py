"""The parameters are drawn once, and every later call returns the same ones.

Advice: Each call should make new draws.
"""

FAILS = {"random"}

import torch

drawn = {}


def init_parameters(n_features, n_outputs):
    if (n_features, n_outputs) not in drawn:
        weight = torch.randn(n_features, n_outputs, requires_grad=True)
        bias = torch.randn(n_outputs, requires_grad=True)
        drawn[n_features, n_outputs] = weight, bias
    return drawn[n_features, n_outputs]
