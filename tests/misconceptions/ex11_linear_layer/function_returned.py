"""from_parameters returns a function that predicts, not a layer.

Advice: A function has no parameters to train. Make an nn.Linear and put the numbers into it.
"""

FAILS = {"from_parameters", "own_memory"}

import torch
from torch import nn


def build_model(n_features, n_outputs):
    return nn.Linear(n_features, n_outputs)


def from_parameters(weight, bias):
    def layer(X):
        return X @ weight + bias

    return layer
