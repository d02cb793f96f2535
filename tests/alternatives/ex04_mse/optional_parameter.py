"""An optional third parameter, and an unused import of torch.nn."""

import torch
import torch.nn as nn


def mse_loss(pred, y, reduction="mean"):
    squares = torch.square(pred - y)
    return squares.mean() if reduction == "mean" else squares.sum()
