"""A column of ones is added to the features, so the weight has one row too many; there is a bias besides.

Advice: The bias does what the ones would do: leave the features as they are.
"""

FAILS = {"start", "fit", "history"}

import torch


def fit(features, targets, lr, epochs):
    X = torch.tensor(features, dtype=torch.float32)
    y = torch.tensor(targets, dtype=torch.float32)
    X = torch.cat([X, torch.ones(len(X), 1)], dim=1)
    weight = torch.randn(X.shape[1], y.shape[1], requires_grad=True)
    bias = torch.randn(y.shape[1], requires_grad=True)
    history = []
    for _ in range(epochs):
        loss = ((X @ weight + bias - y) ** 2).mean()
        history.append(loss.item())
        gw, gb = torch.autograd.grad(loss, (weight, bias))
        with torch.no_grad():
            weight -= lr * gw
            bias -= lr * gb
    return weight, bias, history
