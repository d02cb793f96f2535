"""The shape (3, 1) is hard-coded, which fits only the study hours.

Advice: The lists know how many rows and columns they have. Let the tensors take their shape from
them.
"""

FAILS = {"values"}

import torch


def to_tensors(features, targets):
    X = torch.tensor(features, dtype=torch.float32)
    y = torch.tensor(targets, dtype=torch.float32)
    return X.reshape(3, 1), y.reshape(3, 1)
