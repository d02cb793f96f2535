"""Only the features are returned.

Advice: Two tensors are asked for: the features and the targets.
"""

FAILS = {"values", "float32"}

import torch


def to_tensors(features, targets):
    return torch.tensor(features, dtype=torch.float32)
