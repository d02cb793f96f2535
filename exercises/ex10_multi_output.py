"""Exercise 10: Several inputs and outputs. Read ex10_multi_output.md first."""

import torch
from torch import Tensor


def fit(
    features: list[list[float]], targets: list[list[float]], lr: float, epochs: int
) -> tuple[Tensor, Tensor, list[float]]:
    """Draw random parameters, train them on the lists, and return weight, bias and every loss.

    Args:
        features: n rows of d numbers.
        targets: n rows of k numbers.
        lr: the learning rate.
        epochs: how many steps to take, each with all rows.

    Returns:
        The triple (weight, bias, history): shapes (d, k) and (k,), float32, and a list of floats.
    """
    raise NotImplementedError(
        "Draw random parameters, train them on the lists, and return weight, bias and every loss."
    )
