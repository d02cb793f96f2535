"""The data is marked as something to be learned.

Advice: Gradients are wanted for the parameters. Data is given and stays as it is.
"""

FAILS = {"float32"}

import torch


def to_tensors(features, targets):
    X = torch.tensor(features, dtype=torch.float32, requires_grad=True)
    y = torch.tensor(targets, dtype=torch.float32, requires_grad=True)
    return X, y
