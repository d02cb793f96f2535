"""The drawn numbers are shifted and scaled to a mean of 0 and a spread of 1, so they are no longer independent draws.

Advice: torch.randn draws standard normal numbers; use them as they are.
"""

FAILS = {"trainable", "random"}

import torch
from torch import Tensor


def init_parameters(n_features: int, n_outputs: int) -> tuple[Tensor, Tensor]:
    weight = torch.randn(n_features, n_outputs)
    weight = (weight - weight.mean()) / weight.std()  # mean 0, standard deviation 1
    bias = torch.randn(n_outputs)
    return weight.requires_grad_(True), bias.requires_grad_(True)
