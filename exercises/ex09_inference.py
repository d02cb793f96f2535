"""Exercise 09: Prediction for new data. Read ex09_inference.md first."""

import torch
from torch import Tensor


def predict_new(samples: list[float] | list[list[float]] | Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    """Return the predictions for one or more new samples, one row each, without tracking gradients.

    Args:
        samples: one sample (d numbers) or m of them (m rows), floats or whole numbers.
        weight: shape (d, k), float32; may require grad.
        bias: shape (k,), float32; may require grad.

    Returns:
        The predictions, shape (m, k), float32; m is 1 for one sample.
    """
    raise NotImplementedError(
        "Return the predictions for one or more new samples, one row each, without tracking gradients."
    )
