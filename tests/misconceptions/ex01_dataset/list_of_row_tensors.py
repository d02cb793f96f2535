"""Each row is a tensor of its own, in a list: there is no table.

Advice: One tensor can hold all the rows. Only then can a single matrix product predict them all.
"""

FAILS = {"values", "float32"}

import torch


def to_tensors(features, targets):
    X = [torch.tensor(row, dtype=torch.float32) for row in features]
    y = [torch.tensor(row, dtype=torch.float32) for row in targets]
    return X, y
