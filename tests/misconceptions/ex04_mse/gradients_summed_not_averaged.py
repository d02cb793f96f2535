"""The value is a mean, but its gradient is that of a sum: the division was kept out of the record.

Advice: A correction made through `.data` changes the number only. Divide with an ordinary
operation.
"""

FAILS = {"gradient_flow"}

import torch


def mse_loss(pred, y):
    loss = torch.sum((pred - y) ** 2)
    loss.data /= y.numel()
    return loss
