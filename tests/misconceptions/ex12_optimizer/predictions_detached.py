"""The loss has the right value, but the predictions are cut off from it, so nothing can be learned.

Advice: After detach() PyTorch no longer knows where a number came from. The loss needs that record.
"""

FAILS = {"loss_fn"}

import torch
from torch import nn


def build_training(model, lr):
    loss_fn = lambda pred, target: ((pred.detach() - target) ** 2).mean()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    return loss_fn, optimizer
