"""A while loop in which each step makes new leaves."""

import torch


def fit(features, targets, lr, epochs):
    X = torch.tensor(features).float()
    y = torch.tensor(targets).float()
    weight = torch.randn(X.shape[1], y.shape[1], requires_grad=True)
    bias = torch.randn(y.shape[1], requires_grad=True)
    history = [0.0] * epochs
    epoch = 0
    while epoch != epochs:
        loss = torch.mean((X @ weight + bias - y) ** 2)
        loss.backward()
        history[epoch] = loss.item()
        weight = (weight - lr * weight.grad).detach().requires_grad_(True)
        bias = (bias - lr * bias.grad).detach().requires_grad_(True)
        epoch += 1
    return weight, bias, history
