"""Neither layer nor optimizer."""

import torch


def train_layer(X, y, weight, bias, lr, epochs):
    history = []
    for _ in range(epochs):
        error = X @ weight + bias - y
        history.append(error.square().mean().item())
        weight = weight - lr * 2 / error.numel() * X.T @ error
        bias = bias - lr * 2 / error.numel() * error.sum(dim=0)
    return weight, bias, history
