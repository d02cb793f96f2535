"""The first parameters are drawn between 0 and 1, never negative: that is the uniform distribution.

Advice: torch has one function for uniform and one for standard-normal numbers, and their names
differ by one letter.
"""

FAILS = {"start"}

import torch


def fit(features, targets, lr, epochs):
    X = torch.tensor(features, dtype=torch.float32)
    y = torch.tensor(targets, dtype=torch.float32)
    weight = torch.rand(X.shape[1], y.shape[1], requires_grad=True)
    bias = torch.rand(y.shape[1], requires_grad=True)
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
