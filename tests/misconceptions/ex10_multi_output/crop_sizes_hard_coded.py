"""The sizes 3 and 2 of the crops are hard-coded in the draw, so no other data fits.

Advice: Ask the data how many features and how many targets it has.
"""

FAILS = {"start", "fit"}

import torch


def fit(features, targets, lr, epochs):
    X = torch.tensor(features, dtype=torch.float32)
    y = torch.tensor(targets, dtype=torch.float32)
    weight = torch.randn(3, 2, requires_grad=True)
    bias = torch.randn(2, requires_grad=True)
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
