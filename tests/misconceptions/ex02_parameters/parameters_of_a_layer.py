"""The parameters are those of an nn.Linear, which draws different numbers and keeps its weight transposed.

Advice: Its numbers are uniform, and its weight has a row for each output. Draw both tensors
yourself.
"""

FAILS = {"shapes", "random"}

from torch import nn


def init_parameters(n_features, n_outputs):
    layer = nn.Linear(n_features, n_outputs)
    return layer.weight, layer.bias
