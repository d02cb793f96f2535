"""The optimizer has momentum: from the second step on, earlier gradients are added.

Advice: A plain step uses the gradients that are there now and nothing else. Look at the settings of your optimizer.
"""

FAILS = {"optimizer"}

import torch
from torch import nn


def build_training(model, lr):
    loss_fn = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=0.9)
    return loss_fn, optimizer
