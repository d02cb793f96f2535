"""The predictions are detached, so no gradient can reach them.

Advice: `detach()` cuts the record that gradients travel along. That is for showing numbers, not for
training with them.
"""

FAILS = {"gradient_flow"}

import torch


def mse_loss(pred, y):
    errors = pred.detach() - y
    return torch.mean(errors**2)
