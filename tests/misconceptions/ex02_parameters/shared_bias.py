"""One number is drawn and used for every output's bias.

Advice: Each output has a bias of its own: draw n_outputs numbers, do not repeat one.
"""

FAILS = {"random"}

import torch


def init_parameters(n_features, n_outputs):
    weight = torch.randn(n_features, n_outputs, requires_grad=True)
    bias = torch.randn(1).repeat(n_outputs).requires_grad_()
    return weight, bias
