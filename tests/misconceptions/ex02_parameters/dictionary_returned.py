"""The parameters are returned in a dictionary, not as a pair.

Advice: The caller writes `weight, bias = init_parameters(...)`, which needs two values in this
order.
"""

FAILS = {"shapes"}

import torch


def init_parameters(n_features, n_outputs):
    weight = torch.randn(n_features, n_outputs, requires_grad=True)
    bias = torch.randn(n_outputs, requires_grad=True)
    return {"weight": weight, "bias": bias}
