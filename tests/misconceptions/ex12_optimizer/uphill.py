"""The optimizer adds lr times the gradient, so the loss goes up.

Advice: The gradient points to where the loss grows. A step goes the other way.
"""

FAILS = {"optimizer"}

import torch
from torch import nn


def build_training(model, lr):
    loss_fn = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, maximize=True)
    return loss_fn, optimizer
