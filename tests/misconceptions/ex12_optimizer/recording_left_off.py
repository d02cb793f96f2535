"""build_training switches gradient recording off and leaves it off.

Advice: The optimizer switches recording off for its own steps. Without recording, no loss can be
differentiated.
"""

FAILS = {"loss_fn", "optimizer"}

import torch
from torch import nn


def build_training(model, lr):
    loss_fn = nn.MSELoss()
    torch.set_grad_enabled(False)  # updates are not to be recorded
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    return loss_fn, optimizer
