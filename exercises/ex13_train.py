"""Exercise 13: One train function for all. Read ex13_train.md first."""

from collections.abc import Callable

import torch
from torch import Tensor, nn


def train(
    inputs: Tensor,
    targets: Tensor,
    epochs: int,
    model: nn.Module,
    loss_fn: Callable[[Tensor, Tensor], Tensor],
    optimizer: torch.optim.Optimizer,
) -> list[float]:
    """Train the model in place and return the loss of every epoch.

    Args:
        inputs: features, shape (n, d), float32.
        targets: shape (n, k), float32.
        epochs: how many steps to take, each with all rows.
        model: what to train.
        loss_fn: called with predictions and targets, in this order.
        optimizer: updates the model's parameters.

    Returns:
        One float for each epoch: the loss before that epoch's update.
    """
    raise NotImplementedError("Train the model in place and return the loss of every epoch.")
