"""The predictions are changed: after the call, `pred` holds the errors.

Advice: Going through `.data` silences PyTorch's objection, but the caller's tensor is still
overwritten. Give the errors a name of their own.
"""

FAILS = {"mean"}

import torch


def mse_loss(pred, y):
    pred.data -= y
    return torch.mean(pred**2)
