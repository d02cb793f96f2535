"""The history has one item too many: the loss after the last update.

Advice: Item i is the loss before update i + 1, so there are as many items as updates.
"""

FAILS = {"history", "zero_epochs"}

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
    with torch.no_grad():
        history.append(torch.mean((X @ weight + bias - y) ** 2).item())
    return weight, bias, history
