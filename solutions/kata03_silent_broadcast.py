"""Kata 03: A silent broadcast. Read kata03_silent_broadcast.md first."""

import torch
from torch import Tensor


def split(rows: list[list[float]]) -> tuple[Tensor, Tensor]:
    """Return the features and the target of every row; the target is the last number."""
    table = torch.tensor(rows, dtype=torch.float32)
    # a slice keeps the column, so every prediction meets its own target and no other
    return table[:, :-1], table[:, -1:]


def fit_rows(
    rows: list[list[float]], weight: Tensor, bias: Tensor, lr: float, epochs: int
) -> tuple[Tensor, Tensor, list[float]]:
    """Train on a table of rows; return the parameters and the loss before every step.

    Args:
        rows: n rows of d features and one target.
        weight: shape (d, 1), float32, a leaf that requires gradients.
        bias: shape (1,), float32, a leaf that requires gradients.
        lr: the learning rate.
        epochs: how many steps to take, each with all rows.

    Returns:
        The triple (weight, bias, history).
    """
    X, y = split(rows)
    history: list[float] = []
    for _ in range(epochs):
        error = X @ weight + bias - y
        loss = (error**2).mean()
        history.append(loss.item())
        gradients = torch.autograd.grad(loss, (weight, bias))
        weight, bias = ((p - lr * g).detach().requires_grad_() for p, g in zip((weight, bias), gradients, strict=True))
    return weight, bias, history


if __name__ == "__main__":
    rows = [[1.0, 20.0], [2.0, 40.0], [3.0, 60.0]]
    start = torch.tensor([[2.0]], requires_grad=True), torch.tensor([1.0], requires_grad=True)
    weight, bias, history = fit_rows(rows, *start, 0.0625, 2000)
    for epoch in (1, 10, 100, 1000, 2000):
        print(f"{epoch:>4}/2000 loss = {history[epoch - 1]:.4f}")
    w, b = weight.item(), bias.item()
    print(f"weight {w:.4f} bias {b:.4f}")
    print("predictions", [round(w * hours + b, 4) for hours, _score in rows])
