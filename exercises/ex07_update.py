"""Exercise 07: The update. Read ex07_update.md first."""

import torch
from torch import Tensor


def update(weight: Tensor, bias: Tensor, lr: float) -> tuple[Tensor, Tensor]:
    """Return weight and bias after one step of gradient descent, ready for the next.

    Args:
        weight: shape (d, k), float32, a leaf that requires grad, with its gradient in `.grad`.
        bias: shape (k,), float32, a leaf that requires grad, with its gradient in `.grad`.
        lr: the learning rate.

    Returns:
        The pair (weight, bias), of shapes (d, k) and (k,), float32; both are leaves that require grad, with `.grad`
        None or zero.
    """
    raise NotImplementedError("Return weight and bias after one step of gradient descent, ready for the next.")
