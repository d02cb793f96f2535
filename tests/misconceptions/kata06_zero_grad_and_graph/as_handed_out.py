"""The optimizer moves parameters that are no longer those of the layer, which stays where it is. The history holds tensors.

Advice: An optimizer keeps the parameters that it was given. Which were the layer's when it was made?
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
    layer.bias = nn.Parameter(bias.detach().clone())
    history: list[float] = []
    for _ in range(epochs):
        loss = loss_fn(layer(X), y)
        history.append(loss)
        loss.backward()
        optimizer.step()
    return layer.weight.detach().T, layer.bias.detach(), history
