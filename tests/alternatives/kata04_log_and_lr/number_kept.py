"""The range has another name."""

import torch
from torch import Tensor


def train_logged(
    X: Tensor, y: Tensor, weight: Tensor, bias: Tensor, lr: float, epochs: int, log_every: int = 100
) -> tuple[Tensor, Tensor, list[float]]:
    history: list[float] = []
    steps = range(epochs)
    for epoch in steps:
        error = X @ weight + bias - y
        loss = error.square().mean()
        history.append(loss.item())
        if epoch % log_every == 0 or epoch + 1 == epochs:
            print(f"{epoch + 1}/{epochs} loss = {loss:.5f}")
        slopes = torch.autograd.grad(loss, (weight, bias))
        weight = (weight - lr * slopes[0]).detach().requires_grad_()
        bias = (bias - lr * slopes[1]).detach().requires_grad_()
    return weight, bias, history
