"""The features are rescaled, so they are no longer the numbers that were given.

Advice: Scaling can help, but it is a separate step; here the same numbers are asked for.
"""

FAILS = {"values"}

import torch


def to_tensors(features, targets):
    X = torch.tensor(features, dtype=torch.float32)
    X = X - X.mean(dim=0)
    return X, torch.tensor(targets, dtype=torch.float32)
