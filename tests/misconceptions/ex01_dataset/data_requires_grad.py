"""The data are marked as something to be learned.

Advice: Gradients are wanted for the parameters. Data are given and stay as they are.
"""

FAILS = {"float32"}

import torch


def to_tensors(features, targets):
    X = torch.tensor(features, dtype=torch.float32, requires_grad=True)
    y = torch.tensor(targets, dtype=torch.float32, requires_grad=True)
    return X, y
