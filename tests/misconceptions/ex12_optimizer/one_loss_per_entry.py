"""The loss keeps one squared error for each entry instead of one number.

Advice: backward() needs a single number. Let the loss average over all entries.
"""

FAILS = {"loss_fn"}

import torch
from torch import nn


def build_training(model, lr):
    loss_fn = nn.MSELoss(reduction="none")
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    return loss_fn, optimizer
