"""Exercise 09: Prediction for new data. Read ex09_inference.md first."""

import torch
from torch import Tensor


def predict_new(samples: list[float] | list[list[float]] | Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    """Return the predictions of one or more new samples, one row each, without tracking gradients.

    Args:
        samples: one sample (d numbers) or m of them (m rows), floats or whole numbers.
        weight: shape (d, k), float32; may require grad.
        bias: shape (k,), float32; may require grad.

    Returns:
        The predictions, shape (m, k), float32; m is 1 for one sample.
    """
    # BEGIN SOLUTION
    X = torch.as_tensor(samples, dtype=torch.float32)
    if X.ndim == 1:
        # unsqueeze gives a new view, so a tensor that the caller keeps using stays (d,).
        X = X.unsqueeze(0)
    # The `with` block ends with the old grad mode, whatever that was.
    with torch.no_grad():
        return X @ weight + bias
    # END SOLUTION
