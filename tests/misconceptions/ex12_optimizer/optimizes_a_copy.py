"""The optimizer holds the parameters of another model, so the given one never changes.

Advice: The model that predicts and the parameters that are updated must be the same tensors. Make no copy and no new model.
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
