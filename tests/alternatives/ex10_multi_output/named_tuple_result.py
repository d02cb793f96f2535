"""The result is a namedtuple; the draw comes from torch.normal, the bias first."""

from typing import NamedTuple

import torch


class Fitted(NamedTuple):
    weight: torch.Tensor
    bias: torch.Tensor
    history: list


def fit(features, targets, lr, epochs):
    X = torch.tensor(features, dtype=torch.float32)
    y = torch.tensor(targets, dtype=torch.float32)
    bias = torch.normal(0.0, 1.0, size=(y.shape[1],), requires_grad=True)
    weight = torch.normal(0.0, 1.0, size=(X.shape[1], y.shape[1]), requires_grad=True)
    history = []
    while len(history) < epochs:
        loss = (X @ weight + bias - y).pow(2).mean()
        history.append(loss.item())
        for parameter, gradient in zip((weight, bias), torch.autograd.grad(loss, (weight, bias))):
            parameter.data -= lr * gradient
    return Fitted(weight=weight, bias=bias, history=history)
