"""The numbers are drawn under a seed of their own, so the caller's seed does not reach them.

Advice: Restoring the generator afterwards does not help: the draws are the same in every call. Draw
without any seed.
"""

FAILS = {"random"}

import torch


def init_parameters(n_features, n_outputs):
    with torch.random.fork_rng():
        torch.manual_seed(0)
        weight = torch.randn(n_features, n_outputs, requires_grad=True)
        bias = torch.randn(n_outputs, requires_grad=True)
    return weight, bias
