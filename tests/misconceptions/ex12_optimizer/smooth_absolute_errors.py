"""The loss squares small errors only; large ones count by their size.

Advice: Such a loss is a mixture of two. The mean squared error squares every error.
"""

FAILS = {"loss_fn"}

import torch
from torch import nn


def build_training(model, lr):
    loss_fn = nn.SmoothL1Loss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    return loss_fn, optimizer
