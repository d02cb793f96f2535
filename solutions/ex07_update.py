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
    # BEGIN SOLUTION
    assert weight.grad is not None
    assert bias.grad is not None
    # The step is not part of the model, so it must not be recorded.
    with torch.no_grad():
        weight -= lr * weight.grad
        bias -= lr * bias.grad
    # backward() adds to .grad, so the next epoch must find it empty.
    weight.grad = None
    bias.grad = None
    return weight, bias
    # END SOLUTION
