"""Exercise 3: prediction. Read ex03_prediction.md first."""

from torch import Tensor


def predict(X: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    """Return the prediction of every row: X times weight, plus bias.

    Args:
        X: features, shape (n, d), float32.
        weight: one column for each output, shape (d, k), float32.
        bias: one number for each output, shape (k,), float32.

    Returns:
        The predictions, shape (n, k), float32; gradients flow back to weight and bias.
    """
    # BEGIN SOLUTION
    # the product has a row for each sample; the bias is added to every row
    return X @ weight + bias
    # END SOLUTION
