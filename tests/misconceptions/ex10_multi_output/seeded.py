"""The function seeds torch's generator itself, so every call starts with the same numbers.

Advice: Setting a seed is up to the caller. Draw from the generator as you find it.
"""

FAILS = {"start"}

import torch


def fit(features, targets, lr, epochs):
    torch.manual_seed(42)
    X = torch.tensor(features, dtype=torch.float32)
    y = torch.tensor(targets, dtype=torch.float32)
    weight = torch.randn(X.shape[1], y.shape[1], requires_grad=True)
    bias = torch.randn(y.shape[1], requires_grad=True)
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
