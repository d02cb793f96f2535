"""Nothing reads `lr`: the step uses a number of its own, whatever is asked for.

Advice: Follow `lr` from the first line of the function: where is it used?
"""

FAILS = {"learning_rate", "log"}

import torch
from torch import Tensor

learning_rate = 0.01


def train_logged(
    X: Tensor, y: Tensor, weight: Tensor, bias: Tensor, lr: float, epochs: int, log_every: int = 100
) -> tuple[Tensor, Tensor, list[float]]:
    history: list[float] = []
    epochs = range(epochs)
    for epoch in epochs:
        error = X @ weight + bias - y
        loss = error.square().mean()
        history.append(loss.item())
        if epoch % log_every == 0:
            print(f"{epoch + 1}/{epochs} loss = {loss:.5f}")
        slopes = torch.autograd.grad(loss, (weight, bias))
        weight = (weight - learning_rate * slopes[0]).detach().requires_grad_()
        bias = (bias - learning_rate * slopes[1]).detach().requires_grad_()
    print(f"{epoch + 1}/{epochs} loss = {loss:.5f}")
    return weight, bias, history
