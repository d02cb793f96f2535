"""Exercise 05: Gradients by autograd. Read ex05_autograd.md first."""

import torch
from torch import Tensor


def autograd_gradients(X: Tensor, y: Tensor, weight: Tensor, bias: Tensor) -> tuple[Tensor, Tensor]:
    """Return the gradients of the mean squared error with respect to weight and bias, by autograd.

    Args:
        X: features, shape (n, d), float32.
        y: targets, shape (n, k), float32.
        weight: shape (d, k), float32, a leaf that requires gradients.
        bias: shape (k,), float32, a leaf that requires gradients.

    Returns:
        The pair (grad_weight, grad_bias), of shapes (d, k) and (k,), float32.
    """
    # BEGIN SOLUTION
    pred = X @ weight + bias
    loss = torch.mean((pred - y) ** 2)
    # loss.backward() would add to .grad, so .grad would have to be cleared before it.
    # autograd.grad stores nothing, so nothing can accumulate from call to call.
    grad_weight, grad_bias = torch.autograd.grad(loss, (weight, bias))
    return grad_weight, grad_bias
    # END SOLUTION
