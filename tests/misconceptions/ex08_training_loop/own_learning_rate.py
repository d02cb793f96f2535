"""The learning rate is fixed inside the function, and the one that is passed is never read.

Advice: The caller chooses `lr`. Look for a line that gives it another value.
"""

FAILS = {"train", "history"}

import torch


def train(X, y, weight, bias, lr, epochs, log_every=100):
    lr = 0.01
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
    return weight, bias, history
