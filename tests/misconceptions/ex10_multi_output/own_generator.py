"""The draw comes from a separate generator with a fixed seed, so every call starts alike.

Advice: Draw straight from torch's global generator: then calls differ, unless the caller seeds
it.
"""

FAILS = {"start"}

import torch


def fit(features, targets, lr, epochs):
    X = torch.tensor(features, dtype=torch.float32)
    y = torch.tensor(targets, dtype=torch.float32)
    generator = torch.Generator().manual_seed(0)
    weight = torch.randn(X.shape[1], y.shape[1], generator=generator, requires_grad=True)
    bias = torch.randn(y.shape[1], generator=generator, requires_grad=True)
    history = []
    for epoch in range(epochs):
        pred = X @ weight + bias
        loss = torch.mean((pred - y) ** 2)
        history.append(loss.item())
        loss.backward()
        with torch.no_grad():
            weight -= lr * weight.grad
            bias -= lr * bias.grad
        weight.grad = None
        bias.grad = None
    return weight, bias, history
