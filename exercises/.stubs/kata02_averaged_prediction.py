"""Kata 02: An averaged prediction. Read kata02_averaged_prediction.md first."""

import torch
from torch import Tensor


def train_line(
    X: Tensor, y: Tensor, weight: Tensor, bias: Tensor, lr: float, epochs: int
) -> tuple[Tensor, Tensor, list[float]]:
    """Train weight and bias by gradient descent; return both and the loss before every step.

    Args:
        X: features, shape (n, d), float32.
        y: targets, shape (n, k), float32.
        weight: shape (d, k), float32, a leaf that requires gradients.
        bias: shape (k,), float32, a leaf that requires gradients.
        lr: the learning rate.
        epochs: how many steps to take, each with all rows.

    Returns:
        The triple (weight, bias, history).
    """
    history: list[float] = []
    for _ in range(epochs):
        pred = torch.mean(X @ weight + bias)
        loss = torch.square(pred - y).mean()
        history.append(loss.item())
        grad_weight, grad_bias = torch.autograd.grad(loss, (weight, bias))
        weight = (weight - lr * grad_weight).detach().requires_grad_()
        bias = (bias - lr * grad_bias).detach().requires_grad_()
    return weight, bias, history


if __name__ == "__main__":
    hours = torch.tensor([[1.0], [2.0], [3.0]])
    scores = torch.tensor([[20.0], [40.0], [60.0]])
    start = torch.tensor([[2.0]], requires_grad=True), torch.tensor([1.0], requires_grad=True)
    weight, bias, history = train_line(hours, scores, *start, 0.01, 1000)
    for epoch in (1, 2, 10, 100, 1000):
        print(f"{epoch:>4}/1000 loss = {history[epoch - 1]:.4f}")
    print(f"weight {weight.item():.4f} bias {bias.item():.4f}")
    print("prediction", ", ".join(f"{number:.4f}" for number in (hours @ weight + bias).flatten().tolist()))
