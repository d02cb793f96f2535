"""Gradient recording is switched off and never on again, for the whole program.

Advice: Even if this loss is right, nothing computed after it can be trained. Who needs that switch
here?
"""

FAILS = {"gradient_flow"}

import torch


def mse_loss(pred, y):
    loss = torch.mean((pred - y) ** 2)
    torch.set_grad_enabled(False)
    return loss
