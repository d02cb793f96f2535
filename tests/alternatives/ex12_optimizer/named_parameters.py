"""Collects the parameters by name, layer by layer, and prints them."""

import torch
from torch import nn


def build_training(model, lr):
    chosen = {}
    for name, parameter in model.named_parameters():
        print(name, tuple(parameter.shape))
        chosen[name] = parameter
    optimizer = torch.optim.SGD([{"params": list(chosen.values())}], lr=lr)
    optimizer.zero_grad()
    return nn.MSELoss(), optimizer
