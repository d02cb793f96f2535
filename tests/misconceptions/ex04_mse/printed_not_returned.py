"""The loss is printed but not returned, so the caller gets None.

Advice: What a function prints, nobody can compute with. How does a result get out of a function?
"""

FAILS = {"mean", "gradient_flow"}

import torch


def mse_loss(pred, y):
    loss = torch.mean((pred - y) ** 2)
    print(loss)
