"""A 1 is appended to every row of the caller's list, so the rows are longer after the call.

Advice: Treating the bias as one more weight is fine, but do it on data of your own: the list
belongs to the caller.
"""

FAILS = {"fit"}

import torch


def fit(features, targets, lr, epochs):
    for row in features:
        row.append(1)
    X = torch.tensor(features, dtype=torch.float32)
    y = torch.tensor(targets, dtype=torch.float32)
    theta = torch.randn(X.shape[1], y.shape[1])
    history = []
    for epoch in range(epochs):
        error = X @ theta - y
        history.append(torch.mean(error**2).item())
        theta = theta - lr * 2 / error.numel() * X.T @ error
    return theta[:-1], theta[-1], history
