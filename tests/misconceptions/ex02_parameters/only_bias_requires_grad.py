"""Only the bias requires grad; the weight can never be learned.

Advice: Both are parameters. Give the weight the same mark as the bias.
"""

FAILS = {"trainable"}

import torch


def init_parameters(n_features, n_outputs):
    weight = torch.randn(n_features, n_outputs)
    bias = torch.randn(n_outputs, requires_grad=True)
    return weight, bias
