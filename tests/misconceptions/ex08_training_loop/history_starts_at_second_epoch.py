"""The losses are measured after each update, one step too late.

Advice: Item 0 of the history is the loss of the parameters that were passed. Measure before you move.
"""

FAILS = {"history"}

import torch


def train(X, y, weight, bias, lr, epochs, log_every=100):
    history = []
    for epoch in range(epochs):
        pred = X @ weight + bias
        loss = torch.mean((pred - y) ** 2)
        loss.backward()
        with torch.no_grad():
            weight -= lr * weight.grad
            bias -= lr * bias.grad
        weight.grad = None
        bias.grad = None
        with torch.no_grad():
            history.append(torch.mean((X @ weight + bias - y) ** 2).item())
        if epoch % log_every == 0 or epoch == epochs - 1:
            print(f"{epoch + 1}/{epochs} loss = {loss.item():.5f}")
    return weight, bias, history
