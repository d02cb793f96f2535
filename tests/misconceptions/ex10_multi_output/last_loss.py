"""The list is made inside the loop, so it begins anew in every epoch and holds the last loss only; without an epoch there is no list at all.

Advice: Make the empty list once, before the loop.
"""

FAILS = {"start", "fit", "history"}

import torch


def fit(features, targets, lr, epochs):
    X = torch.tensor(features, dtype=torch.float32)
    y = torch.tensor(targets, dtype=torch.float32)
    weight = torch.randn(X.shape[1], y.shape[1], requires_grad=True)
    bias = torch.randn(y.shape[1], requires_grad=True)
    for epoch in range(epochs):
        history = []
        loss = ((X @ weight + bias - y) ** 2).mean()
        history.append(loss.item())
        loss.backward()
        with torch.no_grad():
            weight -= lr * weight.grad
            bias -= lr * bias.grad
            weight.grad.zero_()
            bias.grad.zero_()
    return weight, bias, history
