"""Star import: every name of torch is there without a prefix."""

from torch import *


def fit(features, targets, lr, epochs):
    X = tensor(features, dtype=float32)
    y = tensor(targets, dtype=float32)
    weight = randn(X.shape[1], y.shape[1], requires_grad=True)
    bias = randn(y.shape[1], requires_grad=True)
    history = []
    for _ in [None] * epochs:
        loss = mean((matmul(X, weight) + bias - y) ** 2)
        history.append(loss.item())
        loss.backward()
        with no_grad():
            weight -= lr * weight.grad
            bias -= lr * bias.grad
        weight.grad = None
        bias.grad = None
    return weight, bias, history
