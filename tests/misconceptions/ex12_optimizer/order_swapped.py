"""The optimizer comes first and the loss second.

Advice: The order of a tuple is part of what is asked: loss function, then optimizer.
"""

FAILS = {"loss_fn", "optimizer"}

import torch
from torch import nn


def build_training(model, lr):
    loss_fn = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    return optimizer, loss_fn
