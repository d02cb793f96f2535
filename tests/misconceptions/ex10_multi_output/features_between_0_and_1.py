"""The features are brought into the range from 0 to 1 before the training, by their smallest and largest numbers.

Advice: Train on the numbers as they are given.
"""

FAILS = {"fit", "history"}

import torch


def fit(features, targets, lr, epochs):
    X = torch.tensor(features, dtype=torch.float32)
    y = torch.tensor(targets, dtype=torch.float32)
    mn, mx = X.min(dim=0).values, X.max(dim=0).values
    X = (X - mn) / (mx - mn + 1e-8)
    weight = torch.randn(X.shape[1], y.shape[1], requires_grad=True)
    bias = torch.randn(y.shape[1], requires_grad=True)
    history = []
    for _ in range(epochs):
        loss = ((X @ weight + bias - y) ** 2).mean()
        history.append(loss.item())
        loss.backward()
        with torch.no_grad():
            weight -= lr * weight.grad
            bias -= lr * bias.grad
            weight.grad.zero_()
            bias.grad.zero_()
    return weight, bias, history
