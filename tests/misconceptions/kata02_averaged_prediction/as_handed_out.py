"""The predictions are averaged before the loss, so every target is compared with one and the same number.

Advice: A prediction belongs to each target. Print its shape before the loss: it should be that of `y`.
"""

FAILS = {"loss", "training"}

import torch
from torch import Tensor


def train_line(
    X: Tensor, y: Tensor, weight: Tensor, bias: Tensor, lr: float, epochs: int
) -> tuple[Tensor, Tensor, list[float]]:
    history: list[float] = []
    for _ in range(epochs):
        pred = torch.mean(X @ weight + bias)
        loss = torch.square(pred - y).mean()
        history.append(loss.item())
        grad_weight, grad_bias = torch.autograd.grad(loss, (weight, bias))
        weight = (weight - lr * grad_weight).detach().requires_grad_()
        bias = (bias - lr * grad_bias).detach().requires_grad_()
    return weight, bias, history
