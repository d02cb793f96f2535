"""The parameters that are passed are thrown away, and new random ones are trained.

Advice: Training starts from `weight` and `bias` as they come. Drawing them was another exercise.
"""

FAILS = {"train", "history", "zero_epochs"}

import torch


def train(X, y, weight, bias, lr, epochs, log_every=100):
    weight = torch.randn(X.shape[1], y.shape[1], requires_grad=True)
    bias = torch.randn(y.shape[1], requires_grad=True)
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
        if epoch % log_every == 0 or epoch == epochs - 1:
            print(f"{epoch + 1}/{epochs} loss = {loss.item():.5f}")
    return weight, bias, history
