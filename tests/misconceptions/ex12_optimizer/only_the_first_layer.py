"""The optimizer gets the first two parameters only, so a second layer is never updated.

Advice: How many parameters there are depends on the model. Pass on all that it lists.
"""

FAILS = {"optimizer"}

import torch
from torch import nn


def build_training(model, lr):
    loss_fn = nn.MSELoss()
    weight, bias = list(model.parameters())[:2]
    optimizer = torch.optim.SGD([weight, bias], lr=lr)
    return loss_fn, optimizer
