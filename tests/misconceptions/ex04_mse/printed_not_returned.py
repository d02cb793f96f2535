"""The loss is printed but not returned, so the caller gets None.

Advice: The rest of the program cannot compute with what a function prints. How does a result get
out of a function?
"""

FAILS = {"mean", "gradient_flow"}

import torch


def mse_loss(pred, y):
    loss = torch.mean((pred - y) ** 2)
    print(loss)
