"""The history has the right loss, but the gradients still come from n times n errors.

Advice: Mend the error once, where both the loss and the gradients are made from it.
"""

FAILS = {"training"}

import torch
from torch import Tensor


def split(rows: list[list[float]]) -> tuple[Tensor, Tensor]:
    table = torch.tensor(rows, dtype=torch.float32)
    return table[:, :-1], table[:, -1]


def fit_rows(
    rows: list[list[float]], weight: Tensor, bias: Tensor, lr: float, epochs: int
) -> tuple[Tensor, Tensor, list[float]]:
    X, y = split(rows)
    history: list[float] = []
    for _ in range(epochs):
        error = X @ weight + bias - y
        loss = (error**2).mean()
        history.append((((X @ weight + bias).flatten() - y) ** 2).mean().item())
        gradients = torch.autograd.grad(loss, (weight, bias))
        weight, bias = ((p - lr * g).detach().requires_grad_() for p, g in zip((weight, bias), gradients))
    return weight, bias, history
