"""An optimizer with the given rate, on leaves of its own."""

import torch
from torch import Tensor


def train_logged(
    X: Tensor, y: Tensor, weight: Tensor, bias: Tensor, lr: float, epochs: int, log_every: int = 100
) -> tuple[Tensor, Tensor, list[float]]:
    history: list[float] = []
    weight, bias = (p.detach().clone().requires_grad_() for p in (weight, bias))
    optimizer = torch.optim.SGD([weight, bias], lr=lr)
    for epoch in range(1, epochs + 1):
        error = X @ weight + bias - y
        loss = error.square().mean()
        history.append(loss.item())
        if (epoch - 1) % log_every == 0 or epoch == epochs:
            print(f"{epoch}/{epochs} loss = {loss:.5f}")
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return weight, bias, history
