"""The loop runs one epoch too many.

Advice: Count the rounds for `epochs=0`. How many numbers does `range(epochs + 1)` have?
"""

FAILS = {"train", "history", "zero_epochs"}

import torch


def train(X, y, weight, bias, lr, epochs, log_every=100):
    history = []
    for epoch in range(epochs + 1):
        pred = X @ weight + bias
        loss = torch.mean((pred - y) ** 2)
        history.append(loss.item())
        loss.backward()
        with torch.no_grad():
            weight -= lr * weight.grad
            bias -= lr * bias.grad
        weight.grad = None
        bias.grad = None
        if epoch < epochs and (epoch % log_every == 0 or epoch == epochs - 1):
            print(f"{epoch + 1}/{epochs} loss = {loss.item():.5f}")
    return weight, bias, history
