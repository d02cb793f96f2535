"""The layer has the right sizes, but its numbers are random, not the given ones.

Advice: nn.Linear draws its own first values. The given numbers have to be put in afterwards.
"""

FAILS = {"from_parameters"}

import torch
from torch import nn


def build_model(n_features, n_outputs):
    return nn.Linear(n_features, n_outputs)


def from_parameters(weight, bias):
    n_features, n_outputs = weight.shape
    return nn.Linear(n_features, n_outputs)
