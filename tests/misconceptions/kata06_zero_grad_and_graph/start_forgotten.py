"""The layer starts from numbers of its own, not from those that it was given.

Advice: The given weight and bias have to be in the layer before the first epoch, in the layer's own shape.
"""

FAILS = {"moves", "every_epoch", "history"}

import torch
from torch import Tensor, nn


def train_layer(
    X: Tensor, y: Tensor, weight: Tensor, bias: Tensor, lr: float, epochs: int
) -> tuple[Tensor, Tensor, list[float]]:
    layer = nn.Linear(X.shape[1], y.shape[1])
    loss_fn = nn.MSELoss()
    nn.init.zeros_(layer.weight)
    nn.init.zeros_(layer.bias)
    # only now: an optimizer moves the parameters that it was given, not those that took their place
    optimizer = torch.optim.SGD(layer.parameters(), lr=lr)
    history: list[float] = []
    for _ in range(epochs):
        loss = loss_fn(layer(X), y)
        history.append(loss.item())  # the number alone: the tensor would keep all that it was computed from
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return layer.weight.detach().T, layer.bias.detach(), history
