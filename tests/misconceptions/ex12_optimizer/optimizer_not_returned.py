"""Only the loss function is returned.

Advice: The caller needs both parts. Return them as a tuple.
"""

FAILS = {"loss_fn", "optimizer"}

import torch
from torch import nn


def build_training(model, lr):
    loss_fn = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    return loss_fn
