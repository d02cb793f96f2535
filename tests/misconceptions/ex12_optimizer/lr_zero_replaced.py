"""A learning rate of 0 is mistaken for a missing one and replaced by 0.01.

Advice: In Python, 0.0 counts as false. What does `lr or 0.01` give for `lr = 0.0`?
"""

FAILS = {"optimizer"}

import torch
from torch import nn


def build_training(model, lr):
    loss_fn = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr or 0.01)
    return loss_fn, optimizer
