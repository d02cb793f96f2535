"""The numbers in the caller's own lists were changed to floats.

Advice: Build something new and leave the lists that you were given as they were.
"""

FAILS = {"values"}

import torch


def to_tensors(features, targets):
    for row in features:
        for i, number in enumerate(row):
            row[i] = float(number)
    return torch.tensor(features), torch.tensor(targets, dtype=torch.float32)
