"""Exercise 1: the data set. Read ex01_dataset.md first."""

import torch
from torch import Tensor


def to_tensors(
    features: list[list[float]], targets: list[list[float]]
) -> tuple[Tensor, Tensor]:
    """Return the features and the targets as two float32 tensors.

    Args:
        features: n rows of d whole or fractional numbers.
        targets: n rows of k whole or fractional numbers.

    Returns:
        The pair (X, y): X has shape (n, d), y has shape (n, k), with the same numbers in the same order.
    """
    # BEGIN SOLUTION
    # without a dtype, a list of whole numbers would become int64
    X = torch.tensor(features, dtype=torch.float32)
    y = torch.tensor(targets, dtype=torch.float32)
    return X, y
    # END SOLUTION
