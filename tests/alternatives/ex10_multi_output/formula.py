"""Gradients by the formula: nothing requires grad, each step makes new tensors."""

import torch


def fit(features, targets, lr, epochs):
    X = torch.tensor(features, dtype=torch.float32)
    y = torch.tensor(targets, dtype=torch.float32)
    weight, bias = torch.randn(X.shape[1], y.shape[1]), torch.randn(y.shape[1])
    history = []
    for _ in range(epochs):
        error = X @ weight + bias - y
        history.append((error * error).mean().item())
        weight = weight - lr * (2 / y.numel()) * (X.T @ error)
        bias = bias - lr * (2 / y.numel()) * error.sum(0)
    return weight, bias, history
