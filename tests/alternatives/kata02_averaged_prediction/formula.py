"""Gradients by their formula."""

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
        error = pred - y
        grad_weight = 2 / error.numel() * X.T @ error
        grad_bias = 2 / error.numel() * error.sum(dim=0)
        weight = (weight - lr * grad_weight).detach().requires_grad_()
        bias = (bias - lr * grad_bias).detach().requires_grad_()
    return weight, bias, history
