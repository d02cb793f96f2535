"""The squared errors are added up and not divided by their number.

Advice: The mean over all n * k entries keeps the learning rate independent of how many samples there are.
"""

FAILS = {"loss", "training"}

import torch
from torch import Tensor


def train_line(
    X: Tensor, y: Tensor, weight: Tensor, bias: Tensor, lr: float, epochs: int
) -> tuple[Tensor, Tensor, list[float]]:
    history: list[float] = []
    for _ in range(epochs):
        # one prediction for each target: only the squared errors are averaged
        pred = X @ weight + bias
        loss = torch.square(pred - y).sum()
        history.append(loss.item())
        grad_weight, grad_bias = torch.autograd.grad(loss, (weight, bias))
        weight = (weight - lr * grad_weight).detach().requires_grad_()
        bias = (bias - lr * grad_bias).detach().requires_grad_()
    return weight, bias, history
