"""The parameters of the model are drawn anew, so the model that was given comes back changed.

Advice: The model is finished: make a loss and an optimizer for it, and leave its numbers alone.
"""

FAILS = {"optimizer"}

import torch
from torch import Tensor, nn


def init_parameters(model):
    for p in model.parameters():
        nn.init.normal_(p)


def build_training(model: nn.Module, lr: float):
    init_parameters(model)
    loss_fn = nn.functional.mse_loss
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    return loss_fn, optimizer
