"""Nothing moves: the layer's parameters come back as they were given.

Advice: Was the optimizer made with the parameters that the layer has now, and do they still have their gradients when it steps?
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
        history.append(loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return layer.weight.detach().T, layer.bias.detach(), history
