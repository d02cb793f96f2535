"""The bias's gradient is computed with a weight that has already moved.

Advice: A step is taken from one place: first all gradients, then all updates.
"""

FAILS = {"train", "history"}

import torch


def train(X, y, weight, bias, lr, epochs, log_every=100):
    history = []
    with torch.no_grad():
        for epoch in range(epochs):
            error = X @ weight + bias - y
            loss = torch.mean(error ** 2).item()
            history.append(loss)
            weight -= lr * 2 / error.numel() * X.T @ error
            error = X @ weight + bias - y
            bias -= lr * 2 / error.numel() * error.sum(dim=0)
            if epoch % log_every == 0 or epoch == epochs - 1:
                print(f"{epoch + 1}/{epochs} loss = {loss:.5f}")
    return weight, bias, history
