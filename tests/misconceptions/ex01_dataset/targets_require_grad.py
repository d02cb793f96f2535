"""The targets are marked as something to be learned.

Advice: The targets are given, and predictions are compared with them. What training changes comes
in the next exercise.
"""

FAILS = {"float32"}

import torch


def to_tensors(features, targets):
    X = torch.tensor(features, dtype=torch.float32)
    y = torch.tensor(targets, dtype=torch.float32, requires_grad=True)
    return X, y
