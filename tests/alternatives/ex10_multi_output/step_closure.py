"""A closure takes one step and returns its loss; the history is a comprehension over it."""

from __future__ import annotations

import torch
from torch import Tensor


def fit(
    features: list[list[float]], targets: list[list[float]], lr: float, epochs: int
) -> tuple[Tensor, Tensor, list[float]]:
    X, y = torch.tensor(features, dtype=torch.float32), torch.tensor(targets, dtype=torch.float32)
    weight = torch.randn(X.shape[-1], y.shape[-1], requires_grad=True)
    bias = torch.randn(y.shape[-1], requires_grad=True)

    def step() -> float:
        loss = torch.mean((X @ weight + bias - y) ** 2)
        loss.backward()
        with torch.no_grad():
            weight.add_(weight.grad, alpha=-lr)
            bias.add_(bias.grad, alpha=-lr)
        weight.grad = None
        bias.grad = None
        return loss.item()

    history = [step() for _ in range(epochs)]
    return weight.detach(), bias.detach(), history


if __name__ == "__main__":
    print(fit([[1], [2], [3]], [[20], [40], [60]], 0.01, 1000))
