"""The bias is written into the layer, but the weight is replaced, and the optimizer never hears of it.

Advice: Both parameters should be those that the optimizer was given: write into both, or make the optimizer last.
"""

FAILS = {"moves", "every_epoch", "history"}

import torch
from torch import Tensor, nn


def train_layer(
    X: Tensor, y: Tensor, weight: Tensor, bias: Tensor, lr: float, epochs: int
) -> tuple[Tensor, Tensor, list[float]]:
    layer = nn.Linear(X.shape[1], y.shape[1])
    loss_fn = nn.MSELoss()
    optimizer = torch.optim.SGD(layer.parameters(), lr=lr)
    layer.weight = nn.Parameter(weight.detach().T.clone())
    layer.bias.data.copy_(bias)
    history: list[float] = []
    for _ in range(epochs):
        loss = loss_fn(layer(X), y)
        history.append(loss.item())  # the number alone: the tensor would keep all that it was computed from
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return layer.weight.detach().T, layer.bias.detach(), history
