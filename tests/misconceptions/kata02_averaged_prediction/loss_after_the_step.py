"""The history holds the loss after each step, not before it.

Advice: Item 0 belongs to the given parameters: keep the loss before anything moves.
"""

FAILS = {"loss"}

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
        grad_weight, grad_bias = torch.autograd.grad(loss, (weight, bias))
        weight = (weight - lr * grad_weight).detach().requires_grad_()
        bias = (bias - lr * grad_bias).detach().requires_grad_()
        history.append(torch.square(X @ weight + bias - y).mean().item())
    return weight, bias, history
