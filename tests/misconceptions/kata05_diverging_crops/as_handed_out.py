"""The steps are far too long for features of this size: each one overshoots by more than the one before.

Advice: How does the gradient grow with the size of the features? Make them comparable, or the steps.
"""

FAILS = {"finite", "converges", "original_units"}

import torch
from torch import Tensor


def fit_table(X: Tensor, y: Tensor, epochs: int) -> tuple[Tensor, Tensor, list[float]]:
    lr = 0.01
    weight = torch.zeros(X.shape[1], y.shape[1], requires_grad=True)
    bias = torch.zeros(y.shape[1], requires_grad=True)
    history: list[float] = []
    for _ in range(epochs):
        error = X @ weight + bias - y
        loss = error.square().mean()
        history.append(loss.item())
        slopes = torch.autograd.grad(loss, (weight, bias))
        with torch.no_grad():
            weight -= lr * slopes[0]
            bias -= lr * slopes[1]
    return weight.detach(), bias.detach(), history
