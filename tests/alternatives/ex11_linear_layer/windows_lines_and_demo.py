"""Windows line ends, and a demo that runs on import and one that does not."""

import copy

import torch
from torch import nn


def build_model(n_features, n_outputs):
    return nn.Linear(n_features, n_outputs)


def from_parameters(weight, bias):
    layer = nn.Linear(weight.shape[0], weight.shape[1])
    layer.weight = nn.Parameter(copy.deepcopy(weight.detach()).T)
    layer.bias = nn.Parameter(copy.deepcopy(bias.detach()))
    return layer


print(build_model(3, 2).weight.shape)
print(from_parameters(torch.ones(3, 2), torch.zeros(2))(torch.ones(1, 3)))

if __name__ == "__main__":
    print(list(build_model(1, 1).parameters()))
