"""load_state_dict keeps the parameters, and the optimizer with them."""

import torch
from torch import Tensor, nn


def train_layer(
    X: Tensor, y: Tensor, weight: Tensor, bias: Tensor, lr: float, epochs: int
) -> tuple[Tensor, Tensor, list[float]]:
    layer = nn.Linear(X.shape[1], y.shape[1])
    loss_fn = nn.MSELoss()
    optimizer = torch.optim.SGD(layer.parameters(), lr=lr)
    layer.load_state_dict({"weight": weight.detach().T, "bias": bias.detach()})
    history: list[float] = []
    for _ in range(epochs):
        loss = loss_fn(layer(X), y)
        history.append(loss.item())  # the number alone: the tensor would keep all that it was computed from
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return layer.weight.detach().T, layer.bias.detach(), history
