"""Predictions or targets lose their column, so with one output every prediction is compared with every target.

Advice: Print the shape of `pred - y` for one output: it should be (n, 1), but it is (n, n).
"""

FAILS = {"train", "log"}

import torch


def train(X, y, weight, bias, lr, epochs, log_every=100):
    history = []
    for epoch in range(epochs):
        pred = (X @ weight + bias).squeeze()
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
