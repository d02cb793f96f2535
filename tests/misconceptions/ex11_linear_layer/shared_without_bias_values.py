"""There are two mistakes. The layer gets the weight but keeps its own random bias. The layer has its own bias, but shares the memory of the given weight.

Advice: A layer has two parameters, and you are given both. See which of them your function never
mentions. A transposed tensor is another view of the same numbers, not a copy of them.
"""

FAILS = {"from_parameters", "own_memory"}

from torch import nn


def build_model(n_features, n_outputs):
    return nn.Linear(n_features, n_outputs)
def from_parameters(weight, bias):
    layer = build_model(weight.shape[0], weight.shape[1])
    layer.weight = nn.Parameter(weight.t())
    return layer
