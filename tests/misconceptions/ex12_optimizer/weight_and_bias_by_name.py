"""The parameters are taken as model.weight and model.bias, which only a single layer has.

Advice: Any module can list its parameters, however many layers it has and whatever they are called.
"""

FAILS = {"optimizer"}

import torch
from torch import nn


def build_training(model, lr):
    loss_fn = nn.MSELoss()
    optimizer = torch.optim.SGD([model.weight, model.bias], lr=lr)
    return loss_fn, optimizer
