"""The parameters of the model are set to 0 before the training begins.

Advice: zero_grad() clears gradients; clearing the parameters throws away what was learned. The model stays as it is.
"""

FAILS = {"optimizer"}

import torch
from torch import nn


def build_training(model, lr):
    loss_fn = nn.MSELoss()
    for parameter in model.parameters():
        parameter.data.zero_()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    return loss_fn, optimizer
