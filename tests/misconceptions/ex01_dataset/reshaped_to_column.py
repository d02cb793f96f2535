"""Everything was forced into one column, which is only right for one feature.

Advice: Do not write down the number of columns; the lists know it.
"""

FAILS = {"values"}

import torch


def to_tensors(features, targets):
    X = torch.tensor(features, dtype=torch.float32).reshape(-1, 1)
    y = torch.tensor(targets, dtype=torch.float32).reshape(-1, 1)
    return X, y
