"""The loop runs one epoch too few.

Advice: Count the rounds for `epochs=1`. How many numbers does `range(1, epochs)` have?
"""

FAILS = {"train", "history", "log"}

import torch


def train(X, y, weight, bias, lr, epochs, log_every=100):
    history = []
    for epoch in range(1, epochs):
        pred = X @ weight + bias
        loss = torch.mean((pred - y) ** 2)
        history.append(loss.item())
        loss.backward()
        with torch.no_grad():
            weight -= lr * weight.grad
            bias -= lr * bias.grad
        weight.grad = None
        bias.grad = None
        if (epoch - 1) % log_every == 0 or epoch == epochs:
            print(f"{epoch}/{epochs} loss = {loss.item():.5f}")
    return weight, bias, history
