"""The errors are averaged first and squared afterwards.

Advice: Positive and negative errors then cancel. Square each one before you average.
"""

FAILS = {"loss_fn"}

import torch
from torch import nn


def build_training(model, lr):
    loss_fn = lambda pred, target: (pred - target).mean() ** 2
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    return loss_fn, optimizer
