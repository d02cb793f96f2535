"""The gradients come from the formula, the parameters are new tensors that require no grad."""

from __future__ import annotations

import torch
from torch import Tensor


@torch.no_grad()
def train(
    X: Tensor, y: Tensor, weight: Tensor, bias: Tensor, lr: float, epochs: int, log_every: int = 100
) -> tuple[Tensor, Tensor, list[float]]:
    weight, bias = weight.clone(), bias.clone()
    history: list[float] = []
    for epoch in range(1, epochs + 1):
        error = X @ weight + bias - y
        history.append(error.square().mean().item())
        if epoch % log_every == 1 % log_every or epoch == epochs:
            print("{}/{} loss = {:.5f}".format(epoch, epochs, history[-1]))
        weight = weight - lr * 2 / error.numel() * X.T @ error
        bias = bias - lr * 2 / error.numel() * error.sum(dim=0)
    return weight, bias, history
