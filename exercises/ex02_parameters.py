"""Exercise 02: Parameters. Read ex02_parameters.md first."""

import torch
from torch import Tensor


def init_parameters(n_features: int, n_outputs: int) -> tuple[Tensor, Tensor]:
    """Return a random weight and a random bias, ready to be learned.

    Args:
        n_features: d, how many features a sample has.
        n_outputs: k, how many numbers are predicted for a sample.

    Returns:
        The pair (weight, bias), of shapes (d, k) and (k,), float32.
    """
    raise NotImplementedError("Return a random weight and a random bias, ready to be learned.")
