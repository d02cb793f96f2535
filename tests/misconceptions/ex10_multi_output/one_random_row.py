"""Each epoch takes a single random row.

Advice: An epoch uses all rows.
"""

FAILS = {"fit", "history"}

import torch


def fit(features, targets, lr, epochs):
    X = torch.tensor(features, dtype=torch.float32)
    y = torch.tensor(targets, dtype=torch.float32)
    weight = torch.randn(X.shape[1], y.shape[1], requires_grad=True)
    bias = torch.randn(y.shape[1], requires_grad=True)
    history = []
    for _ in range(epochs):
        i = torch.randint(0, len(X), (1,)).item()
        history.append(((X @ weight + bias - y) ** 2).mean().item())
        loss = ((X[i] @ weight + bias - y[i]) ** 2).mean()
        gw, gb = torch.autograd.grad(loss, (weight, bias))
        with torch.no_grad():
            weight -= lr * gw
            bias -= lr * gb
    return weight, bias, history
