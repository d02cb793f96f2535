"""The optimizer has weight decay: each step also pulls the parameters toward 0.

Advice: Only the gradient is asked for. Look at the settings of your optimizer.
"""

FAILS = {"optimizer"}

import torch
from torch import nn


def build_training(model, lr):
    loss_fn = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, weight_decay=0.01)
    return loss_fn, optimizer
