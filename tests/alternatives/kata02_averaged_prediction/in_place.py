"""Parameters that are moved in place."""

import torch
from torch import Tensor


def train_line(
    X: Tensor, y: Tensor, weight: Tensor, bias: Tensor, lr: float, epochs: int
) -> tuple[Tensor, Tensor, list[float]]:
    history: list[float] = []
    for _ in range(epochs):
        # one prediction for each target: only the squared errors are averaged
        pred = X @ weight + bias
        loss = torch.square(pred - y).mean()
        history.append(loss.item())
        grad_weight, grad_bias = torch.autograd.grad(loss, (weight, bias))
        with torch.no_grad():
            weight -= lr * grad_weight
            bias -= lr * grad_bias
    return weight, bias, history
