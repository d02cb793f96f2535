"""Fractions are cut off on the way.

Advice: `int` and integer dtypes drop everything after the decimal point.
"""

FAILS = {"values"}

import torch


def to_tensors(features, targets):
    X = torch.tensor(features, dtype=torch.int64).float()
    y = torch.tensor(targets, dtype=torch.int64).float()
    return X, y
