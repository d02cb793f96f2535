"""The training stops as soon as the loss rises, before all epochs are done.

Advice: A rising loss is worth seeing: it says that lr is too large. Go on to the last epoch all
the same.
"""

FAILS = {"history"}

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
        if len(history) > 1 and history[-1] > history[-2]:
            break
        loss.backward()
        with torch.no_grad():
            weight -= lr * weight.grad
            bias -= lr * bias.grad
        weight.grad = None
        bias.grad = None
    return weight, bias, history
