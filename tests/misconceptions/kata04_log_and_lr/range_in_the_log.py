"""The log shows a range object after the slash, where the number of epochs should stand.

Advice: A name that meant a number has become a range. Give the range another name, or none.
"""

FAILS = {"log"}

import torch
from torch import Tensor


def train_logged(
    X: Tensor, y: Tensor, weight: Tensor, bias: Tensor, lr: float, epochs: int, log_every: int = 100
) -> tuple[Tensor, Tensor, list[float]]:
    history: list[float] = []
    last = epochs
    epochs = range(1, epochs + 1)
    for epoch in epochs:
        error = X @ weight + bias - y
        loss = error.square().mean()
        history.append(loss.item())
        if (epoch - 1) % log_every == 0 or epoch == last:
            print(f"{epoch}/{epochs} loss = {loss:.5f}")
        slopes = torch.autograd.grad(loss, (weight, bias))
        weight = (weight - lr * slopes[0]).detach().requires_grad_()
        bias = (bias - lr * slopes[1]).detach().requires_grad_()
    return weight, bias, history
