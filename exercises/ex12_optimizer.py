"""Exercise 12: Loss function and optimizer. Read ex12_optimizer.md first."""

from collections.abc import Callable

import torch
from torch import Tensor, nn


def build_training(model: nn.Module, lr: float) -> tuple[Callable[[Tensor, Tensor], Tensor], torch.optim.Optimizer]:
    """Return the mean squared error and a plain SGD optimizer.

    Args:
        model: any module; all its parameters are to be trained.
        lr: the learning rate.

    Returns:
        The pair (loss_fn, optimizer); loss_fn takes predictions and targets of shape (n, k).
    """
    raise NotImplementedError("Return the mean squared error and a plain SGD optimizer.")
