"""Exercise 10: Several inputs and outputs. Read ex10_multi_output.md first."""

import torch
from torch import Tensor


def fit(
    features: list[list[float]], targets: list[list[float]], lr: float, epochs: int
) -> tuple[Tensor, Tensor, list[float]]:
    """Draw random parameters, train them on the lists, and return weight, bias and every loss.

    Args:
        features: n rows of d numbers.
        targets: n rows of k numbers.
        lr: the learning rate.
        epochs: how many steps to take, each with all rows.

    Returns:
        The triple (weight, bias, history): shapes (d, k) and (k,), float32, and a list of floats.
    """
    # BEGIN SOLUTION
    X = torch.tensor(features, dtype=torch.float32)
    y = torch.tensor(targets, dtype=torch.float32)
    # The data decides the sizes: one row of the weight for each feature, one column for each output.
    weight = torch.randn(X.shape[1], y.shape[1], requires_grad=True)
    bias = torch.randn(y.shape[1], requires_grad=True)

    history = []
    for _ in range(epochs):
        loss = torch.mean((X @ weight + bias - y) ** 2)
        history.append(loss.item())
        # Unlike backward(), this adds nothing to .grad, so there is nothing to clear.
        grad_weight, grad_bias = torch.autograd.grad(loss, (weight, bias))
        with torch.no_grad():
            weight -= lr * grad_weight
            bias -= lr * grad_bias
    return weight, bias, history
    # END SOLUTION
