"""Exercise 08: The training loop. Read ex08_training_loop.md first."""

import torch
from torch import Tensor


def train(
    X: Tensor,
    y: Tensor,
    weight: Tensor,
    bias: Tensor,
    lr: float,
    epochs: int,
    log_every: int = 100,
) -> tuple[Tensor, Tensor, list[float]]:
    """Train weight and bias for some epochs; return both and the loss of every epoch.

    Args:
        X: features, shape (n, d), float32.
        y: targets, shape (n, k), float32.
        weight: shape (d, k), float32, a leaf that requires gradients; its `.grad` is None.
        bias: shape (k,), float32, a leaf that requires gradients; its `.grad` is None.
        lr: the learning rate.
        epochs: how many steps to take, each with all rows.
        log_every: print a line every this many epochs, beginning with the first.

    Returns:
        The triple (weight, bias, history): the trained parameters, and a list of floats.
    """
    raise NotImplementedError("Train weight and bias for some epochs; return both and the loss of every epoch.")
