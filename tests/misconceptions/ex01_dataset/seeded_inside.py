"""torch is seeded inside a function that draws nothing.

Advice: A seed set here changes every random number drawn afterwards. Leave the generator alone.
"""

FAILS = {"values"}

import torch


def to_tensors(features, targets):
    torch.manual_seed(42)
    X = torch.tensor(features, dtype=torch.float32)
    y = torch.tensor(targets, dtype=torch.float32)
    return X, y
