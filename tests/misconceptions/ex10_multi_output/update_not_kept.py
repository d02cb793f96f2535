"""The new values get new names, so the next epoch starts from the old parameters again.

Advice: What an epoch computes has to be where the next epoch, and the return, will look for it.
"""

FAILS = {"fit", "history"}

import torch


def fit(features, targets, lr, epochs):
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
            new_weight = weight - lr * weight.grad
            new_bias = bias - lr * bias.grad
        weight.grad = None
        bias.grad = None
    return weight, bias, history
