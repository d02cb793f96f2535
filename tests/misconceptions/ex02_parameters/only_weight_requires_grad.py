"""Only the weight requires grad; the bias can never be learned.

Advice: The bias is a parameter like the weight.
"""

FAILS = {"trainable"}

import torch


def init_parameters(n_features, n_outputs):
    weight = torch.randn(n_features, n_outputs, requires_grad=True)
    bias = torch.randn(n_outputs)
    return weight, bias
