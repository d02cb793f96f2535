"""The line goes on after the loss, with the learning rate.

Advice: The form is exactly `{epoch}/{epochs} loss = {loss:.5f}`, with nothing before or after it.
"""

FAILS = {"log"}

import torch


def train(X, y, weight, bias, lr, epochs, log_every=100):
    history = []
    for epoch in range(epochs):
        loss = ((X @ weight + bias - y) ** 2).mean()
        history.append(loss.item())
        loss.backward()
        with torch.no_grad():
            for p in (weight, bias):
                p -= lr * p.grad
                p.grad = None
        if epoch % log_every == 0 or epoch + 1 == epochs:
            print(f"{epoch + 1}/{epochs} loss = {loss.item():.5f} lr = {lr}")
    return weight, bias, history
