"""With one output predictions or targets lose their second axis, and each prediction is compared with every target.

Advice: Shapes (n,) and (n, 1) are stretched to (n, n). Keep both tensors as they come, (n, k).
"""

FAILS = {"loss_fn"}

import torch
from torch import nn


def mse(pred, target):
    return torch.mean((pred.squeeze(-1) - target) ** 2)


def build_training(model, lr):
    loss_fn = mse
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    return loss_fn, optimizer
