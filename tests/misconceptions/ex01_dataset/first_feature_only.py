"""Only the first feature is kept.

Advice: Study hours have one feature; other tables have more. All the columns of the lists belong in
the tensor.
"""

FAILS = {"values"}

import torch


def to_tensors(features, targets):
    X = torch.tensor(features, dtype=torch.float32)
    y = torch.tensor(targets, dtype=torch.float32)
    return X[:, :1], y
