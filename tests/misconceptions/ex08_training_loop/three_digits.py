"""The loss is printed with 3 digits after the point, not with 5.

Advice: The form is {loss:.5f}.
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
            print(f"{epoch + 1}/{epochs} loss = {loss.item():.3f}")
    return weight, bias, history
