"""The gradients are cleared only in the epochs that print a line.

Advice: Look at the indentation: what belongs to every epoch must not be inside the `if` of the log.
"""

FAILS = {"train", "history"}

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
        if epoch % log_every == 0 or epoch == epochs - 1:
            print(f"{epoch + 1}/{epochs} loss = {loss.item():.5f}")
            weight.grad.zero_()
            bias.grad.zero_()
    return weight, bias, history
