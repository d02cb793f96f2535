"""An nn.Linear is built and filled inside the function.

Advice: Here the step is to be written with plain tensor operations; nn.Linear comes later.
"""

FAILS = {"weighted_sum", "gradient_flow"}

import torch
from torch import nn as network


def predict(X, weight, bias):
    layer = network.Linear(weight.shape[0], weight.shape[1])
    layer.weight.data = weight.T
    layer.bias.data = bias
    return layer(X)
