"""The learning rate is multiplied by 0.99 after every epoch.

Advice: Every epoch uses the same `lr`, the one that was passed.
"""

FAILS = {"train", "history", "log"}

import torch


def train(X, y, weight, bias, lr, epochs, log_every=100):
    history = []
    for epoch in range(1, epochs + 1):
        pred = X @ weight + bias
        loss = ((pred - y) ** 2).mean()
        history.append(loss.item())
        loss.backward()
        with torch.no_grad():
            weight -= lr * weight.grad
            bias -= lr * bias.grad
            weight.grad = bias.grad = None
        lr = lr * 0.99
        if (epoch - 1) % log_every == 0 or epoch == epochs:
            print(f"{epoch}/{epochs} loss = {loss.item():.5f}")
    return weight, bias, history
