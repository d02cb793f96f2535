"""Gradients larger than 1 are cut down to 1 before the step.

Advice: Clipping hides that a learning rate is too large. Use the gradients as they are, even if
the loss grows.
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
            weight -= lr * weight.grad.clamp(-1, 1)
            bias -= lr * bias.grad.clamp(-1, 1)
        weight.grad = None
        bias.grad = None
    return weight, bias, history
