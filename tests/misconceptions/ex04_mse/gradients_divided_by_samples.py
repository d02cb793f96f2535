"""The value is a mean over all entries, but its gradient is divided by the number of samples only.

Advice: A division through `.data` changes the number and nothing else. Divide by the number of entries with an
ordinary operation.
"""

FAILS = {"gradient_flow"}

import torch


def mse_loss(pred, y):
    loss = torch.sum((pred - y) ** 2) / len(y)
    loss.data /= y.shape[1]
    return loss
