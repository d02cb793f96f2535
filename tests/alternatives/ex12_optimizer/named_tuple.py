"""Returns a named tuple."""

from typing import Any, NamedTuple

import torch
from torch import nn


class Training(NamedTuple):
    loss_fn: Any
    optimizer: torch.optim.Optimizer


def build_training(net, learning_rate):
    loss_fn = nn.MSELoss()
    optimizer = torch.optim.SGD(net.parameters(), lr=learning_rate)
    return Training(optimizer=optimizer, loss_fn=loss_fn)
