"""Rows and columns are swapped: each sample became a column.

Advice: A row is a sample, a column is a feature. The lists already have that order.
"""

FAILS = {"values"}

import torch


def to_tensors(features, targets):
    return torch.tensor(features, dtype=torch.float32).T, torch.tensor(targets, dtype=torch.float32).T
