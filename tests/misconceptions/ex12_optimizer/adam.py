"""The optimizer is Adam, whose first step has a length of about lr, whatever the gradient is.

Advice: Adam remembers earlier gradients and scales by them. Plain gradient descent takes lr times the gradient.
"""

FAILS = {"optimizer"}

import torch
from torch import nn


def build_training(model, lr):
    loss_fn = nn.MSELoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    return loss_fn, optimizer
