"""The class nn.MSELoss is returned, not an object of it.

Advice: Calling the class makes a loss object; calling that object with pred and target gives the loss.
"""

FAILS = {"loss_fn"}

import torch
from torch import nn


def build_training(model, lr):
    loss_fn = nn.MSELoss
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    return loss_fn, optimizer
