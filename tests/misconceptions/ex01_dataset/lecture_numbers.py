"""The study hours are hard-coded in the function, whatever it is given.

Advice: Use the arguments; the same function should work for any table.
"""

FAILS = {"values"}

import torch


def to_tensors(features, targets):
    X = torch.tensor([[1.0], [2.0], [3.0]])
    y = torch.tensor([[20.0], [40.0], [60.0]])
    return X, y
