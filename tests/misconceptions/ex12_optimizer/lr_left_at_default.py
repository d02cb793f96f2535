"""The optimizer is never given lr and uses PyTorch's default of 0.001.

Advice: An optimizer can only use the learning rate that it is given. See where yours is passed on.
"""

FAILS = {"optimizer"}

import torch
from torch import nn


def build_training(model, lr):
    loss_fn = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters())
    return loss_fn, optimizer
