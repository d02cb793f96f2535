"""from_parameters switches gradient recording off and never on again.

Advice: Whatever is computed afterwards, anywhere, has no gradients. A with block switches back by itself.
"""

FAILS = {"from_parameters"}

import torch
from torch import nn


def build_model(n_features, n_outputs):
    return nn.Linear(n_features, n_outputs)


def from_parameters(weight, bias):
    n_features, n_outputs = weight.shape
    layer = nn.Linear(n_features, n_outputs)
    torch.set_grad_enabled(False)
    layer.weight.copy_(weight.T)
    layer.bias.copy_(bias)
    return layer
