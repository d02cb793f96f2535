"""The bias repeats a row of the weight, so the two are not independent.

Advice: Draw the bias on its own.
"""

FAILS = {"random"}

import torch


def init_parameters(n_features, n_outputs):
    weight = torch.randn(n_features, n_outputs)
    bias = weight[0].clone().requires_grad_()
    weight.requires_grad_()
    return weight, bias
