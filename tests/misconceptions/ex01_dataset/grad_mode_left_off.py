"""Gradient recording is switched off for the whole program and left off.

Advice: Data needs no such switch: a new tensor does not require grad unless you ask for it.
"""

FAILS = {"values"}

import torch


def to_tensors(features, targets):
    torch.set_grad_enabled(False)
    X = torch.tensor(features, dtype=torch.float32)
    y = torch.tensor(targets, dtype=torch.float32)
    return X, y
