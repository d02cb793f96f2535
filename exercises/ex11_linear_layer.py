"""Exercise 11: A linear layer. Read ex11_linear_layer.md first."""

import torch
from torch import Tensor, nn


def build_model(n_features: int, n_outputs: int) -> nn.Linear:
    """Return a linear layer for this many features and outputs.

    Args:
        n_features: how many numbers go in for each row.
        n_outputs: how many numbers come out for each row.

    Returns:
        The layer, with a bias; both parameters are float32 and require grad.
    """
    raise NotImplementedError("Return a linear layer for this many features and outputs.")


def from_parameters(weight: Tensor, bias: Tensor) -> nn.Linear:
    """Return a new layer that predicts X @ weight + bias.

    Args:
        weight: shape (d, k), float32.
        bias: shape (k,), float32.

    Returns:
        The layer; both its parameters require grad and share no memory with the arguments.
    """
    raise NotImplementedError("Return a new layer that predicts X @ weight + bias.")
