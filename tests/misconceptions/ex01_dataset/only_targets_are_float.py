"""The targets are float32, but the features keep the dtype of their list.

Advice: The features meet the float32 weights in a matrix product, which refuses to mix dtypes.
Treat both lists alike.
"""

FAILS = {"float32"}

import torch


def to_tensors(features, targets):
    return torch.tensor(features), torch.tensor(targets, dtype=torch.float32)
