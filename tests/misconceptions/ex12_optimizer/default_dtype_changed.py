"""build_training changes torch's default dtype and leaves it changed.

Advice: Every tensor that is made later is affected. The model and its data are float32; nothing has
to be set.
"""

FAILS = {"loss_fn", "optimizer"}

import torch
from torch import nn


def build_training(model, lr):
    loss_fn = nn.MSELoss()
    torch.set_default_dtype(torch.float64)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    return loss_fn, optimizer
