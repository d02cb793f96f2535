"""Exercise 04: Mean squared error. Read ex04_mse.md first."""

import torch
from torch import Tensor


def mse_loss(pred: Tensor, y: Tensor) -> Tensor:
    """Return the mean of the squared errors over all entries, as a tensor that gradients can flow from.

    Args:
        pred: predictions, shape (n, k), float32; may require gradients.
        y: targets, shape (n, k), float32.

    Returns:
        The loss, shape (), float32.
    """
    raise NotImplementedError(
        "Return the mean of the squared errors over all entries, as a tensor that gradients can flow from."
    )
