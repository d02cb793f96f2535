"""The bias is a row of the weight with its signs flipped, so the two are not independent.

Advice: Independent means that knowing the weight tells you nothing about the bias. Where could new
numbers for it come from?
"""

FAILS = {"random"}

import torch


def init_parameters(n_features, n_outputs):
    weight = torch.randn(n_features, n_outputs)
    bias = -weight[0]
    return weight.requires_grad_(), bias.requires_grad_()
