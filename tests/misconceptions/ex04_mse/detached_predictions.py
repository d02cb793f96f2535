"""The loss is cut off from the predictions, so no gradient can reach them.

Advice: detach(), .data, item(), tolist(), numpy() and torch.no_grad() cut the record that gradients travel along.
They are for showing numbers, not for training with them.
"""

FAILS = {"gradient_flow"}

import torch


def mse_loss(pred, y):
    errors = pred.detach() - y
    return torch.mean(errors**2)
