"""The optimizer is RMSprop, which divides each gradient by its usual size.

Advice: Plain gradient descent is torch.optim.SGD with nothing but parameters and lr.
"""

FAILS = {"optimizer"}

import torch
from torch import nn


def build_training(model, lr):
    loss_fn = nn.MSELoss()
    optimizer = torch.optim.RMSprop(model.parameters(), lr=lr)
    return loss_fn, optimizer
