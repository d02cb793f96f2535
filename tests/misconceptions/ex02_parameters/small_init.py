"""The draws are multiplied by 0.01, so their spread is 0.01 instead of 1.

Advice: Standard normal is what torch.randn draws; use its numbers as they are.
"""

FAILS = {"random"}

import torch


def init_parameters(n_features, n_outputs):
    weight = 0.01 * torch.randn(n_features, n_outputs)
    bias = 0.01 * torch.randn(n_outputs)
    weight.requires_grad = True
    bias.requires_grad = True
    return weight, bias
