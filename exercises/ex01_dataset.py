"""Exercise 01: The data set. Read ex01_dataset.md first."""

import torch
from torch import Tensor


def to_tensors(features: list[list[float]], targets: list[list[float]]) -> tuple[Tensor, Tensor]:
    """Return the features and the targets as two float32 tensors.

    Args:
        features: n rows of d numbers, ints or floats.
        targets: n rows of k numbers, ints or floats.

    Returns:
        The pair (X, y), of shapes (n, d) and (n, k): the same numbers in the same order.
    """
    raise NotImplementedError("Return the features and the targets as two float32 tensors.")
