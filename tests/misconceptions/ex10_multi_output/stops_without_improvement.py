"""The training ends when the loss has not improved for ten epochs, before all epochs are done.

Advice: Stopping early has its uses, but the caller asked for `epochs` steps. How would the caller
notice a loss that keeps growing?
"""

FAILS = {"history"}

import torch


def fit(features, targets, lr, epochs):
    X = torch.tensor(features, dtype=torch.float32)
    y = torch.tensor(targets, dtype=torch.float32)
    weight = torch.randn(X.shape[1], y.shape[1], requires_grad=True)
    bias = torch.randn(y.shape[1], requires_grad=True)
    history = []
    best = float("inf")
    waited = 0
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
        if loss.item() < best:
            best = loss.item()
            waited = 0
        else:
            waited += 1
        if waited == 10:
            break
    return weight, bias, history
