"""Some of the model's parameters are frozen, so they can no longer be learned.

Advice: All parameters of the model are to be learned.
"""

FAILS = {"optimizer"}

import torch
from torch import nn


def build_training(model, lr):
    for name, p in model.named_parameters():
        if "bias" in name:
            p.requires_grad = False
    return nn.MSELoss(), torch.optim.SGD(filter(lambda p: p.requires_grad, model.parameters()), lr=lr)
