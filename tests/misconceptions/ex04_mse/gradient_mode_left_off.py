"""Gradient recording is switched off for the whole program and never switched on again.

Advice: Even if this loss is right, nothing computed after it can be trained. Is that switch needed
here?
"""

FAILS = {"gradient_flow"}

import torch


def mse_loss(pred, y):
    loss = torch.mean((pred - y) ** 2)
    torch.set_grad_enabled(False)
    return loss
