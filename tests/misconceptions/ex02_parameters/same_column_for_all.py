"""All outputs get the same weights: one column was drawn and repeated.

Advice: Each output needs its own weights, or they all begin as the same model.
"""

FAILS = {"random"}

import torch


def init_parameters(n_features, n_outputs):
    weight = torch.randn(n_features, 1).repeat(1, n_outputs).requires_grad_()
    bias = torch.randn(n_outputs, requires_grad=True)
    return weight, bias
