"""Features and targets are swapped.

Advice: The features (what is known) come first, the targets (what is to be predicted) second.
"""

FAILS = {"values"}

import torch


def to_tensors(features, targets):
    return torch.tensor(targets, dtype=torch.float32), torch.tensor(features, dtype=torch.float32)
