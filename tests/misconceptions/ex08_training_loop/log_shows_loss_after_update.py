"""The log prints the loss after the update, not the one in the history.

Advice: The first line should show item 0 of the history. By the time you print, the parameters have
moved.
"""

FAILS = {"log"}

import torch


def train(X, y, weight, bias, lr, epochs, log_every=100):
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
            now = torch.mean((X @ weight + bias - y) ** 2)
            print(f"{epoch + 1}/{epochs} loss = {now.item():.5f}")
    return weight, bias, history
