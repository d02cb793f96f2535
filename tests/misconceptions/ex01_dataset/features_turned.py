"""The features are transposed: each sample became a column.

Advice: A row of the list is a sample, and it stays a row of X: shape (n, d).
"""

FAILS = {"values"}

import torch


def to_tensors(features, targets):
    X = torch.tensor(features, dtype=torch.float32)
    y = torch.tensor(targets, dtype=torch.float32)
    X = X.t()
    return (X, y)
