"""The history has the right loss, but the training still moves along the loss of the averaged prediction.

Advice: Two losses are computed. Which of them do the gradients come from?
"""

FAILS = {"training"}

import torch
from torch import Tensor


def train_line(
    X: Tensor, y: Tensor, weight: Tensor, bias: Tensor, lr: float, epochs: int
) -> tuple[Tensor, Tensor, list[float]]:
    history: list[float] = []
    for _ in range(epochs):
        pred = torch.mean(X @ weight + bias)
        loss = torch.square(pred - y).mean()
        history.append(torch.square(X @ weight + bias - y).mean().item())
        grad_weight, grad_bias = torch.autograd.grad(loss, (weight, bias))
        weight = (weight - lr * grad_weight).detach().requires_grad_()
        bias = (bias - lr * grad_bias).detach().requires_grad_()
    return weight, bias, history
