"""The loss is the mean of the absolute errors, not of the squared ones.

Advice: In nn.L1Loss an error counts by its size. In the mean squared error, twice the error costs four times as much.
"""

FAILS = {"loss_fn"}

import torch
from torch import nn


def build_training(model, lr):
    loss_fn = nn.L1Loss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    return loss_fn, optimizer
