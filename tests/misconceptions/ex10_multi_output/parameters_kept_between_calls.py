"""The parameters are drawn at the first call only; later calls go on from the trained ones.

Advice: Every call of fit is a new training. Draw inside the function each time, and keep nothing
outside it.
"""

FAILS = {"start"}

import torch

weight = None
bias = None


def fit(features, targets, lr, epochs):
    X = torch.tensor(features, dtype=torch.float32)
    y = torch.tensor(targets, dtype=torch.float32)
    global weight, bias
    if weight is None:
        weight = torch.randn(X.shape[1], y.shape[1], requires_grad=True)
        bias = torch.randn(y.shape[1], requires_grad=True)
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
