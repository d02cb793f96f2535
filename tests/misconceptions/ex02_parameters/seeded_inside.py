"""A seed is set inside the function, so every call draws the same numbers.

Advice: Seeding is for whoever calls. A function that seeds makes all randomness after it the same.
"""

FAILS = {"random"}

import torch


def init_parameters(n_features, n_outputs):
    torch.manual_seed(0)
    weight = torch.randn(n_features, n_outputs, requires_grad=True)
    bias = torch.randn(n_outputs, requires_grad=True)
    return weight, bias
