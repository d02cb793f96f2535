"""The new parameters are given to the optimizer as a group of their own."""

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
    optimizer.param_groups.clear()
    optimizer.add_param_group({"params": [layer.weight, layer.bias]})
    history: list[float] = []
    for _ in range(epochs):
        loss = loss_fn(layer(X), y)
        history.append(loss.item())  # the number alone: the tensor would keep all that it was computed from
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return layer.weight.detach().T, layer.bias.detach(), history
