"""After a step of the optimizer the given model is unchanged.

Advice: Does the optimizer hold the given model's own parameters, not those of a copy or of a new
model? And does the lr that you were given reach it unchanged?
"""

FAILS = {"optimizer"}

import copy

import torch
from torch import nn


def build_training(model, lr):
    loss_fn = nn.MSELoss()
    model = copy.deepcopy(model)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    return loss_fn, optimizer
