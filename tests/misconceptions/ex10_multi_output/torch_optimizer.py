"""The step is left to an optimizer from torch.optim, but here you write it yourself.

Advice: You wrote what this optimizer does in exercise 7. Two lines replace it.
"""

FAILS = {"start", "fit", "history"}

import torch
from torch.optim import SGD as Descent


def fit(features, targets, lr, epochs):
    X = torch.tensor(features, dtype=torch.float32)
    y = torch.tensor(targets, dtype=torch.float32)
    weight = torch.randn(X.shape[1], y.shape[1], requires_grad=True)
    bias = torch.randn(y.shape[1], requires_grad=True)
    optimizer = Descent([weight, bias], lr=lr)
    history = []
    for epoch in range(epochs):
        pred = X @ weight + bias
        loss = torch.mean((pred - y) ** 2)
        history.append(loss.item())
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
    return weight, bias, history
