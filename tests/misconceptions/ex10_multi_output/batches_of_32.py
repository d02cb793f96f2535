"""The rows are taken 32 at a time, with an update for each batch; with more than 32 rows an epoch is several steps.

Advice: Mini-batches are a good idea for large data, but not what is asked for here. How many updates should one
epoch make, and from which rows?
"""

FAILS = {"fit"}

import torch


def fit(features, targets, lr, epochs):
    X = torch.tensor(features, dtype=torch.float32)
    y = torch.tensor(targets, dtype=torch.float32)
    weight = torch.randn(X.shape[1], y.shape[1], requires_grad=True)
    bias = torch.randn(y.shape[1], requires_grad=True)
    history = []
    for epoch in range(epochs):
        total = 0.0
        for X_batch, y_batch in zip(X.split(32), y.split(32)):
            pred = X_batch @ weight + bias
            loss = torch.mean((pred - y_batch) ** 2)
            loss.backward()
            with torch.no_grad():
                weight -= lr * weight.grad
                bias -= lr * bias.grad
            weight.grad = None
            bias.grad = None
            total += loss.item() * len(X_batch)
        history.append(total / len(X))
    return weight, bias, history
