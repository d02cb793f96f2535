"""The steps are short enough not to explode, and so short that the bias never gets anywhere.

Advice: One learning rate has to serve the largest feature and the bias. Make the features comparable first.
"""

FAILS = {"converges", "original_units"}

import torch
from torch import Tensor


def fit_table(X: Tensor, y: Tensor, epochs: int) -> tuple[Tensor, Tensor, list[float]]:
    lr = 1 / X.square().sum(dim=1).mean()
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
