"""There are two mistakes. The loop runs one epoch too few. The gradients are never cleared, so every epoch adds its own to those of all epochs before.

Advice: Count the rounds for `epochs=1`. How many numbers does `range(1, epochs)` have? `backward()`
adds to `.grad`. The first epoch is right; what does the second one find there?
"""

FAILS = {"train", "history", "log"}

import torch


def train(X, y, weight, bias, lr, epochs, log_every=100):
    history = []
    for epoch in range(1, epochs):
        loss = ((X @ weight + bias - y) ** 2).mean()
        history.append(loss.item())
        loss.backward()
        with torch.no_grad():
            weight -= lr * weight.grad
            bias -= lr * bias.grad
        if (epoch - 1) % log_every == 0 or epoch == epochs:
            print(f"{epoch}/{epochs} loss = {loss.item():.5f}")
    return weight, bias, history
