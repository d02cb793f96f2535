"""The loss is the square root of the mean squared error.

Advice: A root is in the same unit as the targets, which is good for reporting. Training here uses
the mean of the squares itself.
"""

FAILS = {"loss_fn"}

import torch
from torch import nn


def rmse(pred, target):
    return torch.sqrt(nn.functional.mse_loss(pred, target))


def build_training(model, lr):
    loss_fn = rmse
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    return loss_fn, optimizer
