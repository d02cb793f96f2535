"""The features are centred in the caller's own tensor, so its numbers change.

Advice: Nothing is wrong with the data. Leave X as it is, and mend what is computed from it.
"""

FAILS = {"loss", "training"}

import torch
from torch import Tensor


def train_line(
    X: Tensor, y: Tensor, weight: Tensor, bias: Tensor, lr: float, epochs: int
) -> tuple[Tensor, Tensor, list[float]]:
    history: list[float] = []
    X -= X.mean(dim=0)
    for _ in range(epochs):
        # one prediction for each target: only the squared errors are averaged
        pred = X @ weight + bias
        loss = torch.nn.functional.mse_loss(pred, y)
        history.append(loss.item())
        grad_weight, grad_bias = torch.autograd.grad(loss, (weight, bias))
        weight = (weight - lr * grad_weight).detach().requires_grad_()
        bias = (bias - lr * grad_bias).detach().requires_grad_()
    return weight, bias, history
