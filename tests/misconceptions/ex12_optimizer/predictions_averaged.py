"""The predictions are averaged before they are compared with the targets.

Advice: Each prediction has its own target. Only the squared errors are averaged.
"""

FAILS = {"loss_fn"}

import torch
from torch import nn


def build_training(model, lr):
    loss_fn = lambda pred, target: torch.mean((target - torch.mean(pred)) ** 2)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    return loss_fn, optimizer
