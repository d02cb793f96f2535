"""Computed in float64 and converted back at the end."""

import torch


def mse_loss(pred, y):
    return ((pred.double() - y.double()) ** 2).mean().to(torch.float32)
