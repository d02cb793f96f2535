"""Features and targets are exchanged, and whole numbers stay whole.

Advice: Return X before y, and ask for float32 when you make each of them.
"""

FAILS = {"values", "float32"}

import torch


def to_tensors(features, targets):
    return torch.tensor(targets), torch.tensor(features)
