"""For `epochs=0` a log line is printed, though there is no epoch.

Advice: Without an epoch there is no line. Which part of your log runs even if the loop does not?
"""

FAILS = {"zero_epochs"}

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
            print(f"{epoch + 1}/{epochs} loss = {loss.item():.5f}")
    if epochs == 0:
        loss = torch.mean((X @ weight + bias - y) ** 2)
        print(f"0/{epochs} loss = {loss.item():.5f}")
    return weight, bias, history
