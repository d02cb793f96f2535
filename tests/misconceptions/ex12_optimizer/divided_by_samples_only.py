"""The sum of the squares is divided by the number of samples, not by the number of all entries.

Advice: There are n * k squared errors, k in each row. The mean is over all of them.
"""

FAILS = {"loss_fn"}

import torch
from torch import nn


def mse(pred, target):
    return ((pred - target) ** 2).sum() / len(pred)


def build_training(model, lr):
    loss_fn = mse
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    return loss_fn, optimizer
