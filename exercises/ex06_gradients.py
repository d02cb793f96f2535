"""Exercise 06: Gradients by hand. Read ex06_gradients.md first."""

import torch
from torch import Tensor


def manual_gradients(X: Tensor, y: Tensor, weight: Tensor, bias: Tensor) -> tuple[Tensor, Tensor]:
    """Return the gradients of the mean squared error with respect to weight and bias, by the formula.

    Args:
        X: features, shape (n, d), float32.
        y: targets, shape (n, k), float32.
        weight: shape (d, k), float32.
        bias: shape (k,), float32.

    Returns:
        The pair (grad_weight, grad_bias), of shapes (d, k) and (k,), float32.
    """
    raise NotImplementedError(
        "Return the gradients of the mean squared error with respect to weight and bias, by the formula."
    )
