"""Leaves of its own, cleared by hand."""

import torch
from torch import Tensor


def train_line(
    X: Tensor, y: Tensor, weight: Tensor, bias: Tensor, lr: float, epochs: int
) -> tuple[Tensor, Tensor, list[float]]:
    history: list[float] = []
    weight, bias = weight.detach().clone().requires_grad_(), bias.detach().clone().requires_grad_()
    for _ in range(epochs):
        # one prediction for each target: only the squared errors are averaged
        pred = X @ weight + bias
        loss = torch.square(pred - y).mean()
        history.append(loss.item())
        loss.backward()
        for parameter in (weight, bias):
            parameter.data -= lr * parameter.grad
            parameter.grad.zero_()
    return weight, bias, history
