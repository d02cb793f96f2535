"""A seed is set inside the function, so every call draws the same numbers.

Advice: Setting a seed is up to the caller. A function that does it makes every draw after it
predictable.
"""

FAILS = {"random"}

import torch


def init_parameters(n_features, n_outputs):
    torch.manual_seed(0)
    weight = torch.randn(n_features, n_outputs, requires_grad=True)
    bias = torch.randn(n_outputs, requires_grad=True)
    return weight, bias
