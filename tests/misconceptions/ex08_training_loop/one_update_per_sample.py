"""There is an update after every single sample, so an epoch takes n steps.

Advice: One epoch is one step here: all rows go into one prediction, one loss and one update.
"""

FAILS = {"train", "history"}

import torch


def train(X, y, weight, bias, lr, epochs, log_every=100):
    history = []
    for epoch in range(epochs):
        loss = torch.mean((X @ weight + bias - y) ** 2).item()
        history.append(loss)
        for x_i, y_i in zip(X, y):
            row_loss = torch.mean((x_i @ weight + bias - y_i) ** 2)
            row_loss.backward()
            with torch.no_grad():
                weight -= lr * weight.grad
                bias -= lr * bias.grad
            weight.grad = None
            bias.grad = None
        if epoch % log_every == 0 or epoch == epochs - 1:
            print(f"{epoch + 1}/{epochs} loss = {loss:.5f}")
    return weight, bias, history
