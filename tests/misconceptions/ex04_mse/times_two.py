"""The errors are multiplied by 2, not squared.

Advice: Python has two operators that look alike, one to multiply and one for powers. Count your
stars.
"""

FAILS = {"mean"}

import torch


def mse_loss(pred, y):
    return torch.mean((pred - y) * 2)
