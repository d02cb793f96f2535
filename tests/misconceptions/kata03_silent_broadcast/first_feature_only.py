"""Only the first feature is used for the prediction.

Advice: The last number of a row is the target; all the others are features.
"""

FAILS = {"loss", "training"}

import torch
from torch import Tensor


def split(rows: list[list[float]]) -> tuple[Tensor, Tensor]:
    table = torch.tensor(rows, dtype=torch.float32)
    # a slice keeps the column, so every prediction meets its own target and no other
    return table[:, :-1], table[:, -1:]


def fit_rows(
    rows: list[list[float]], weight: Tensor, bias: Tensor, lr: float, epochs: int
) -> tuple[Tensor, Tensor, list[float]]:
    X, y = split(rows)
    history: list[float] = []
    for _ in range(epochs):
        error = X[:, :1] @ weight[:1] + bias - y
        loss = (error**2).mean()
        history.append(loss.item())
        gradients = torch.autograd.grad(loss, (weight, bias))
        weight, bias = ((p - lr * g).detach().requires_grad_() for p, g in zip((weight, bias), gradients, strict=True))
    return weight, bias, history
