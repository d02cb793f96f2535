"""A star import, and demo code at the bottom that prints."""

from torch import *


def to_tensors(features, targets):
    return tensor(features, dtype=float32), tensor(targets, dtype=float32)


X, y = to_tensors([[1], [2], [3]], [[20], [40], [60]])
print(X, y)
