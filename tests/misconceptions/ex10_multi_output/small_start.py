"""The first parameters are drawn, but then made a hundred times smaller.

Advice: The start is the draw itself, unscaled: standard deviation 1.
"""

FAILS = {"start"}

import torch


def fit(features, targets, lr, epochs):
    X = torch.tensor(features, dtype=torch.float32)
    y = torch.tensor(targets, dtype=torch.float32)
    weight = (torch.randn(X.shape[1], y.shape[1]) * 0.01).requires_grad_()
    bias = (torch.randn(y.shape[1]) * 0.01).requires_grad_()
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
