"""Gradients pile up: each epoch moves by the sum of its own and those of earlier epochs.

Advice: `backward()` adds to what it finds. Clear the gradients in every epoch, not once before all of them.
"""

FAILS = {"every_epoch", "history"}

import torch
from torch import Tensor, nn


def train_layer(
    X: Tensor, y: Tensor, weight: Tensor, bias: Tensor, lr: float, epochs: int
) -> tuple[Tensor, Tensor, list[float]]:
    layer = nn.Linear(X.shape[1], y.shape[1])
    loss_fn = nn.MSELoss()
    layer.weight = nn.Parameter(weight.detach().T.clone())
    layer.bias = nn.Parameter(bias.detach().clone())
    # only now: an optimizer moves the parameters that it was given, not those that took their place
    optimizer = torch.optim.SGD(layer.parameters(), lr=lr)
    history: list[float] = []
    for _ in range(epochs):
        loss = loss_fn(layer(X), y)
        history.append(loss.item())  # the number alone: the tensor would keep all that it was computed from
        loss.backward()
        optimizer.step()
    return layer.weight.detach().T, layer.bias.detach(), history
