"""The bias is a row of the weight with the signs turned, so the two are not independent.

Advice: Independent means that nobody who knows weight can tell bias. Where could new numbers for it
come from?
"""

FAILS = {"random"}

import torch


def init_parameters(n_features, n_outputs):
    weight = torch.randn(n_features, n_outputs)
    bias = -weight[0]
    return weight.requires_grad_(), bias.requires_grad_()
