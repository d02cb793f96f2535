"""The optimizer gets the weights only, so no bias is ever updated.

Advice: A bias is a parameter like a weight. Ask the model for all of its parameters.
"""

FAILS = {"optimizer"}

import torch
from torch import nn


def build_training(model, lr):
    loss_fn = nn.MSELoss()
    weights = [p for name, p in model.named_parameters() if name.endswith("weight")]
    optimizer = torch.optim.SGD(weights, lr=lr)
    return loss_fn, optimizer
