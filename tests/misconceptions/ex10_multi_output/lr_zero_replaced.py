"""A learning rate of 0 is mistaken for a missing one and replaced by 0.01.

Advice: In Python, 0.0 counts as false. What does `lr or 0.01` give for `lr = 0.0`?
"""

FAILS = {"fit"}

import torch


def fit(features, targets, lr, epochs):
    lr = lr or 0.01
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
            weight -= lr * weight.grad
            bias -= lr * bias.grad
        weight.grad = None
        bias.grad = None
    return weight, bias, history
