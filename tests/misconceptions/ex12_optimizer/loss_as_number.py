"""The loss is returned as a plain number, from which no gradient can flow.

Advice: item() is for printing and for the history. backward() needs the tensor.
"""

FAILS = {"loss_fn"}

import torch
from torch import nn


def mse(pred, target):
    return nn.functional.mse_loss(pred, target).item()


def build_training(model, lr):
    loss_fn = mse
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    return loss_fn, optimizer
