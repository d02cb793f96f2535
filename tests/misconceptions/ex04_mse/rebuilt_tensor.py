"""The loss is made anew, from a number or a copy: it requires gradients, but has no connection to the predictions.

Advice: A record cannot be restored by `requires_grad=True`. Return the tensor that your operations
gave you.
"""

FAILS = {"gradient_flow"}

import torch


def mse_loss(pred, y):
    loss = torch.mean((pred - y) ** 2)
    return torch.tensor(loss.item(), requires_grad=True)
