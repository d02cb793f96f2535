"""The optimizer uses its own learning rate, not the one that is given.

Advice: The right step length depends on the data, so it is an argument. See where yours is used.
"""

FAILS = {"optimizer"}

import torch
from torch import nn


def build_training(model, lr):
    loss_fn = nn.MSELoss()
    lr = 0.01
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    return loss_fn, optimizer
