"""Exercise 03: Prediction. Read ex03_prediction.md first."""

import torch
from torch import Tensor


def predict(X: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    """Return the prediction of every row: X times weight, plus bias.

    Args:
        X: features, shape (n, d), float32.
        weight: one column for each output, shape (d, k), float32; may require grad.
        bias: one number for each output, shape (k,), float32; may require grad.

    Returns:
        The predictions, shape (n, k), float32.
    """
    raise NotImplementedError("Return the prediction of every row: X times weight, plus bias.")
