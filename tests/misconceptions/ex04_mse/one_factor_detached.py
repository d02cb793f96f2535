"""One of the two factors of the square is detached, so every gradient is half of what it should be.

Advice: The error appears twice in its square, and both appearances depend on the prediction.
"""

FAILS = {"gradient_flow"}

import torch


def mse_loss(pred, y):
    errors = pred - y
    return torch.mean(errors * errors.detach())
