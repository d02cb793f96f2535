"""Kata 05: Diverging crops. Read kata05_diverging_crops.md first."""

import torch
from torch import Tensor


def fit_table(X: Tensor, y: Tensor, epochs: int) -> tuple[Tensor, Tensor, list[float]]:
    """Fit a linear model to a table by gradient descent; return its parameters and the loss before every step.

    Args:
        X: features, shape (n, d), float32.
        y: targets, shape (n, k), float32.
        epochs: how many steps to take.

    Returns:
        The triple (weight, bias, history): weight (d, k) and bias (k,) for the features as they are given.
    """
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


if __name__ == "__main__":
    # temperature, rainfall, humidity; apples, oranges
    weather = torch.tensor([[73.0, 67, 43], [91, 88, 64], [87, 134, 58], [102, 43, 37], [69, 96, 70]])
    crops = torch.tensor([[56.0, 70], [81, 101], [119, 133], [22, 37], [103, 119]])
    weight, bias, history = fit_table(weather, crops, 1000)
    for epoch in (1, 2, 3, 10, 1000):
        print(f"{epoch:>4}/1000 loss = {history[epoch - 1]:.6g}")
    print("weight", weight.tolist())
    print("bias", bias.tolist())
