"""The biases are updated with a tenth of the learning rate.

Advice: One learning rate is given, for every parameter. Groups of parameters are not needed.
"""

FAILS = {"optimizer"}

import torch
from torch import nn


def build_training(model, lr):
    loss_fn = nn.MSELoss()
    weights = [p for p in model.parameters() if p.dim() > 1]
    biases = [p for p in model.parameters() if p.dim() == 1]
    optimizer = torch.optim.SGD([{"params": weights}, {"params": biases, "lr": lr / 10}], lr=lr)
    return loss_fn, optimizer
