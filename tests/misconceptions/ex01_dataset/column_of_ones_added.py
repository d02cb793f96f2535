"""A column of ones was added to the features.

Advice: That is one way to handle the bias, but here the bias will be a parameter of its own. Return
just the numbers that are given.
"""

FAILS = {"values"}

import torch


def to_tensors(features, targets):
    X = torch.tensor(features, dtype=torch.float32)
    y = torch.tensor(targets, dtype=torch.float32)
    X = torch.cat([X, torch.ones(len(X), 1)], dim=1)
    return X, y
