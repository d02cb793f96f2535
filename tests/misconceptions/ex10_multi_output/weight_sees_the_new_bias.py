"""The weight's step is made of errors that are measured again after the bias has moved.

Advice: Both gradients belong to the same parameters: compute both, then move both.
"""

FAILS = {"fit", "history"}

import torch


def fit(features, targets, lr, epochs):
    X = torch.tensor(features, dtype=torch.float32)
    y = torch.tensor(targets, dtype=torch.float32)
    weight = torch.randn(X.shape[1], y.shape[1])
    bias = torch.randn(y.shape[1])
    history = []
    for _ in range(epochs):
        err = X @ weight + bias - y
        history.append((err**2).mean().item())
        bias = bias - lr * 2 / err.numel() * err.sum(0)
        err = X @ weight + bias - y
        weight = weight - lr * 2 / err.numel() * X.T @ err
    return weight, bias, history
