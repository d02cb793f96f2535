"""With one output targets or predictions lose their column, and every prediction is compared with every target.

Advice: (n, 1) minus (n,) is a table of shape (n, n). Keep both tables with k columns, including
k = 1.
"""

FAILS = {"fit"}

import torch


def fit(features, targets, lr, epochs):
    X = torch.tensor(features, dtype=torch.float32)
    y = torch.tensor(targets, dtype=torch.float32).squeeze()
    weight = torch.randn(X.shape[1], len(targets[0]), requires_grad=True)
    bias = torch.randn(len(targets[0]), requires_grad=True)
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
