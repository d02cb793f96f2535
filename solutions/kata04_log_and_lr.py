"""Kata 04: A log and a learning rate. Read kata04_log_and_lr.md first."""

import torch
from torch import Tensor


def train_logged(
    X: Tensor, y: Tensor, weight: Tensor, bias: Tensor, lr: float, epochs: int, log_every: int = 100
) -> tuple[Tensor, Tensor, list[float]]:
    """Train weight and bias for some epochs, with a log; return both and the loss before every step.

    Args:
        X: features, shape (n, d), float32.
        y: targets, shape (n, k), float32.
        weight: shape (d, k), float32, a leaf that requires gradients.
        bias: shape (k,), float32, a leaf that requires gradients.
        lr: the learning rate.
        epochs: how many steps to take, each with all rows; at least one.
        log_every: how many epochs lie between two lines of the log.

    Returns:
        The triple (weight, bias, history).
    """
    history: list[float] = []
    for epoch in range(1, epochs + 1):
        error = X @ weight + bias - y
        loss = error.square().mean()
        history.append(loss.item())
        if (epoch - 1) % log_every == 0 or epoch == epochs:
            print(f"{epoch}/{epochs} loss = {loss:.5f}")
        slopes = torch.autograd.grad(loss, (weight, bias))
        weight = (weight - lr * slopes[0]).detach().requires_grad_()
        bias = (bias - lr * slopes[1]).detach().requires_grad_()
    return weight, bias, history


if __name__ == "__main__":
    hours = torch.tensor([[1.0], [2.0], [3.0]])
    scores = torch.tensor([[20.0], [40.0], [60.0]])
    for lr in (0.01, 0.1):
        print("lr =", lr)
        start = torch.tensor([[2.0]], requires_grad=True), torch.tensor([1.0], requires_grad=True)
        train_logged(hours, scores, *start, lr, 201)
