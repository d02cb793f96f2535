"""Kata 06: Old gradients and a growing graph. Read kata06_zero_grad_and_graph.md first."""

import torch
from torch import Tensor, nn


def train_layer(
    X: Tensor, y: Tensor, weight: Tensor, bias: Tensor, lr: float, epochs: int
) -> tuple[Tensor, Tensor, list[float]]:
    """Train a linear layer from given parameters; return what it has learned and the loss before every step.

    Args:
        X: features, shape (n, d), float32.
        y: targets, shape (n, k), float32.
        weight: what to start from, shape (d, k), float32.
        bias: what to start from, shape (k,), float32.
        lr: the learning rate.
        epochs: how many steps to take, each with all rows.

    Returns:
        The triple (weight, bias, history); weight and bias in the shapes of the given ones.
    """
    layer = nn.Linear(X.shape[1], y.shape[1])
    loss_fn = nn.MSELoss()
    optimizer = torch.optim.SGD(layer.parameters(), lr=lr)
    layer.weight = nn.Parameter(weight.detach().T.clone())
    layer.bias = nn.Parameter(bias.detach().clone())
    history: list[float] = []
    for _ in range(epochs):
        loss = loss_fn(layer(X), y)
        history.append(loss)
        loss.backward()
        optimizer.step()
    return layer.weight.detach().T, layer.bias.detach(), history


if __name__ == "__main__":
    hours = torch.tensor([[1.0], [2.0], [3.0]])
    scores = torch.tensor([[20.0], [40.0], [60.0]])
    weight, bias, history = train_layer(hours, scores, torch.tensor([[2.0]]), torch.tensor([1.0]), 0.01, 1000)
    for epoch in (1, 2, 3, 10, 1000):
        print(f"{epoch:>4}/1000 loss = {history[epoch - 1]:.4f}")
    print("weight", weight.item(), "bias", bias.item())
