"""Features and outputs are swapped, in both the weight and the bias.

Advice: The number of features comes first: it is the number of rows of the weight. The bias counts
the outputs.
"""

FAILS = {"shapes"}

import torch


def init_parameters(n_features, n_outputs):
    weight = torch.randn(n_outputs, n_features, requires_grad=True)
    bias = torch.randn(n_features, requires_grad=True)
    return weight, bias
