"""The last epoch has no line where it is not due anyway.

Advice: The last epoch always gets a line. Print `epoch` and `epochs` in the last round: which condition is true then?
"""

FAILS = {"log"}

import torch
from torch import Tensor


def train_logged(
    X: Tensor, y: Tensor, weight: Tensor, bias: Tensor, lr: float, epochs: int, log_every: int = 100
) -> tuple[Tensor, Tensor, list[float]]:
    history: list[float] = []
    for epoch in range(1, epochs + 1):
        error = X @ weight + bias - y
        loss = error.square().mean()
        history.append(loss.item())
        if (epoch - 1) % log_every == 0:
            print(f"{epoch}/{epochs} loss = {loss:.5f}")
        slopes = torch.autograd.grad(loss, (weight, bias))
        weight = (weight - lr * slopes[0]).detach().requires_grad_()
        bias = (bias - lr * slopes[1]).detach().requires_grad_()
    return weight, bias, history
