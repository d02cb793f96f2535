"""The default dtype is changed for the whole program.

Advice: A line that sets a default affects all code that runs later. The inputs are float32 already,
so nothing needs setting.
"""

FAILS = {"mean"}

import torch


def mse_loss(pred, y):
    loss = torch.mean((pred - y) ** 2)
    torch.set_default_dtype(torch.float64)
    return loss
