"""Each loss is taken after the update, so the history lacks the loss of the start.

Advice: Item 0 is the loss of the parameters as drawn. The loss that you differentiate in an epoch
is the one to keep.
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
        loss.backward()
        with torch.no_grad():
            weight -= lr * weight.grad
            bias -= lr * bias.grad
            history.append(torch.mean((X @ weight + bias - y) ** 2).item())
        weight.grad = None
        bias.grad = None
    return weight, bias, history
