"""The last rows (1 of them) are held out: the training never sees them.

Advice: An epoch uses all rows.
"""

FAILS = {"fit", "history"}

import torch


def fit(features, targets, lr, epochs):
    X = torch.tensor(features, dtype=torch.float32)
    y = torch.tensor(targets, dtype=torch.float32)
    X_train, y_train = (X[:-1], y[:-1]) if len(X) > 1 else (X, y)
    weight = torch.randn(X.shape[1], y.shape[1], requires_grad=True)
    bias = torch.randn(y.shape[1], requires_grad=True)
    history = []
    for epoch in range(epochs):
        loss = ((X_train @ weight + bias - y_train) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            weight -= lr * weight.grad
            bias -= lr * bias.grad
            weight.grad.zero_()
            bias.grad.zero_()
        history.append(loss.item())
    return weight, bias, history
