"""The two tensors are returned in a list, not as a pair.

Advice: `return X, y` makes a tuple.
"""

FAILS = {"values"}

import torch


def to_tensors(features, targets):
    return [torch.tensor(features, dtype=torch.float32), torch.tensor(targets, dtype=torch.float32)]
