"""The mean was subtracted from the draws, so they are no longer independent.

Advice: Six numbers that always add up to zero are really only five. Return the draws as they come.
"""

FAILS = {"random"}

import torch


def init_parameters(n_features, n_outputs):
    weight = torch.randn(n_features, n_outputs)
    weight = (weight - weight.mean()).requires_grad_()
    bias = torch.randn(n_outputs, requires_grad=True)
    return weight, bias
