"""The log shows a range object after the slash instead of the number of epochs.

Advice: A name that used to mean a number has become a range. Look at what comes after the slash in
the f-string.
"""

FAILS = {"log"}

import torch


def train(X, y, weight, bias, lr, epochs, log_every=100):
    n_epochs = epochs
    epochs = range(n_epochs)
    history = []
    for epoch in epochs:
        pred = X @ weight + bias
        loss = torch.mean((pred - y) ** 2)
        history.append(loss.item())
        loss.backward()
        with torch.no_grad():
            weight -= lr * weight.grad
            bias -= lr * bias.grad
        weight.grad = None
        bias.grad = None
        if epoch % log_every == 0 or epoch == n_epochs - 1:
            print(f"{epoch + 1}/{epochs} loss = {loss.item():.5f}")
    return weight, bias, history
