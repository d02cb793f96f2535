"""The caller's lists are empty afterwards.

Advice: `pop` takes rows away from the list that you were given. Read it without changing it.
"""

FAILS = {"values"}

import torch


def to_tensors(features, targets):
    rows = []
    while features:
        rows.append(features.pop(0))
    return torch.tensor(rows, dtype=torch.float32), torch.tensor(targets, dtype=torch.float32)
