"""The weights were divided by the root of the number of features, so their spread is not 1.

Advice: That rule is useful in deep networks. Here the draws are wanted as they come from the
generator.
"""

FAILS = {"random"}

import torch


def init_parameters(n_features, n_outputs):
    weight = torch.randn(n_features, n_outputs) / n_features**0.5
    weight.requires_grad_()
    bias = torch.randn(n_outputs, requires_grad=True)
    return weight, bias
