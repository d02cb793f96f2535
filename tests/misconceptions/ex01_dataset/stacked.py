"""Features and targets are glued into one table.

Advice: Keep them apart: the model sees the features and is compared with the targets.
"""

FAILS = {"values", "float32"}

import torch


def to_tensors(features, targets):
    return torch.cat([torch.tensor(features, dtype=torch.float32), torch.tensor(targets, dtype=torch.float32)], dim=1)
