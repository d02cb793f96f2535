"""Both parts are right, but they come in a list instead of a tuple.

Advice: Names separated by commas after return make a tuple; square brackets make a list.
"""

FAILS = {"loss_fn", "optimizer"}

import torch
from torch import nn


def build_training(model, lr):
    loss_fn = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    return [loss_fn, optimizer]
