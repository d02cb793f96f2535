"""The tensors are made and printed, but not returned.

Advice: Printing only shows a value. What the rest of the program needs must be returned.
"""

FAILS = {"values", "float32"}

import torch


def to_tensors(features, targets):
    X = torch.tensor(features, dtype=torch.float32)
    y = torch.tensor(targets, dtype=torch.float32)
    print(X, y)
