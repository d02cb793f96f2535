"""build_training seeds torch's generator.

Advice: Nothing is drawn here, and seeding changes every number drawn afterwards.
"""

FAILS = {"loss_fn", "optimizer"}

import torch
from torch import nn


def build_training(model, lr):
    loss_fn = nn.MSELoss()
    torch.manual_seed(0)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    return loss_fn, optimizer
