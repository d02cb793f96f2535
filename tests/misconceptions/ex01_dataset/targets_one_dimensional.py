"""The targets lost their column: shape (n,) instead of (n, k).

Advice: A one-dimensional target is later stretched over all predictions, and the loss then compares
everything with everything.
"""

FAILS = {"values"}

import torch


def to_tensors(features, targets):
    X = torch.tensor(features, dtype=torch.float32)
    y = torch.tensor([row[0] for row in targets], dtype=torch.float32)
    return X, y
