"""The rows are taken 32 at a time, with an update for each batch; with more than 32 rows an epoch is several steps.

Advice: Mini-batches are a good idea for large data, but not what is asked for here. How many updates should one
epoch make, and from which rows?
"""

FAILS = {"train"}

import torch


def train(X, y, weight, bias, lr, epochs, log_every=100):
    history = []
    for epoch in range(epochs):
        total = 0.0
        for X_batch, y_batch in zip(X.split(32), y.split(32)):
            loss = torch.mean((X_batch @ weight + bias - y_batch) ** 2)
            loss.backward()
            with torch.no_grad():
                weight -= lr * weight.grad
                bias -= lr * bias.grad
            weight.grad = None
            bias.grad = None
            total += loss.item() * len(X_batch)
        history.append(total / len(X))
        if epoch % log_every == 0 or epoch == epochs - 1:
            print(f"{epoch + 1}/{epochs} loss = {history[-1]:.5f}")
    return weight, bias, history
