"""The parameters were counted before the optimizer got them, and then none were left.

Advice: parameters() can be gone through only once. Ask for it again when you make the optimizer.
"""

FAILS = {"loss_fn", "optimizer"}

import torch
from torch import nn


def build_training(model, lr):
    loss_fn = nn.MSELoss()
    parameters = model.parameters()
    print("parameters:", sum(p.numel() for p in parameters))
    optimizer = torch.optim.SGD(parameters, lr=lr)
    return loss_fn, optimizer
