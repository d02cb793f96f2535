"""PyTorch's own loss on views of the same shape; parameters moved in place."""

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
        loss = torch.nn.functional.mse_loss(X @ weight + bias, y.view(-1, 1))
        history.append(loss.item())
        gradients = torch.autograd.grad(loss, (weight, bias))
        with torch.no_grad():
            weight -= lr * gradients[0]
            bias -= lr * gradients[1]
    return weight, bias, history
