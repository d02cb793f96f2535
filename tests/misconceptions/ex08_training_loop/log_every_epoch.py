"""Every epoch prints a line.

Advice: Which epochs should print? `log_every` says how far it is from one line to the next.
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
        print(f"{epoch + 1}/{epochs} loss = {loss.item():.5f}")
    return weight, bias, history
