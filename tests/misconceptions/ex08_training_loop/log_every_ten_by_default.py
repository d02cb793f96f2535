"""Without `log_every` a line is printed every 10 epochs; the default should be 100.

Advice: The default stands in the function's first line. Compare it with the page.
"""

FAILS = {"log"}

import torch


def train(X, y, weight, bias, lr, epochs, log_every=10):
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
            print(f"{epoch + 1}/{epochs} loss = {loss.item():.5f}")
    return weight, bias, history
