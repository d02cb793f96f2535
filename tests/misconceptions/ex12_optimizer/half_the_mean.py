"""The loss is half the mean squared error.

Advice: Some books halve the squares to make the derivative look simpler. Here the plain mean is asked for.
"""

FAILS = {"loss_fn"}

import torch
from torch import nn


def half_mse(pred, target):
    return ((pred - target) ** 2).mean() / 2


def build_training(model, lr):
    loss_fn = half_mse
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    return loss_fn, optimizer
