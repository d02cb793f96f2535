"""The predictions of all samples are averaged, so every sample gets the same prediction.

Advice: Only the squared errors are averaged, over samples and outputs alike; the prediction keeps a row for each sample.
"""

FAILS = {"loss", "training"}

import torch
from torch import Tensor


def train_line(
    X: Tensor, y: Tensor, weight: Tensor, bias: Tensor, lr: float, epochs: int
) -> tuple[Tensor, Tensor, list[float]]:
    history: list[float] = []
    for _ in range(epochs):
        pred = torch.mean(X @ weight + bias, dim=0)
        loss = torch.square(pred - y).mean()
        history.append(loss.item())
        grad_weight, grad_bias = torch.autograd.grad(loss, (weight, bias))
        weight = (weight - lr * grad_weight).detach().requires_grad_()
        bias = (bias - lr * grad_bias).detach().requires_grad_()
    return weight, bias, history
