"""There are two mistakes. The optimizer has a weight decay of 0.01: each step also pulls the parameters toward 0. The optimizer has a momentum of 0.9: from the second step on, earlier gradients are added.

Advice: Leave weight_decay out. Leave momentum out: plain gradient descent forgets.
"""

FAILS = {"optimizer"}

import torch
from torch import nn


def build_training(model, lr):
    loss_fn = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=0.9, weight_decay=0.01)
    return loss_fn, optimizer
