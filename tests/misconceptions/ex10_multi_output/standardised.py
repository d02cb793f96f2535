"""The features are standardised: their mean is subtracted, and they are divided by their spread.

Advice: Train on the numbers as they are given.
"""

FAILS = {"fit", "history"}

import torch


def fit(features, targets, lr, epochs):
    X = torch.tensor(features, dtype=torch.float32)
    X = (X - X.mean(dim=0)) / (X.std(dim=0) + 1e-8)
    y = torch.tensor(targets, dtype=torch.float32)
    weight = torch.randn(X.shape[1], y.shape[1], requires_grad=True)
    bias = torch.randn(y.shape[1], requires_grad=True)
    history = []
    for epoch in range(epochs):
        loss = ((X @ weight + bias - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            weight -= lr * weight.grad
            bias -= lr * bias.grad
            weight.grad.zero_()
            bias.grad.zero_()
        history.append(loss.item())
    return weight, bias, history
