"""The squared errors are summed, not averaged.

Advice: A sum grows with the number of entries, and the gradients with it. Ask for the mean over all of them.
"""

FAILS = {"loss_fn"}

import torch
from torch import nn


def build_training(model, lr):
    loss_fn = nn.MSELoss(reduction="sum")
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    return loss_fn, optimizer
