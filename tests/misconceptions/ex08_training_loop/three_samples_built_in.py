"""The gradients are divided by 3, the size of one data set, whatever the data is.

Advice: Ask the tensors how many entries they have. Numbers taken from one example do not fit the
next.
"""

FAILS = {"train", "history"}

import torch


def train(X, y, weight, bias, lr, epochs, log_every=100):
    w = weight.detach().clone()
    b = bias.detach().clone()
    history = []
    for epoch in range(epochs):
        error = X @ w + b - y
        loss = (error ** 2).mean().item()
        history.append(loss)
        w -= lr * 2 / 3 * X.T @ error
        b -= lr * 2 / 3 * error.sum(dim=0)
        if epoch % log_every == 0 or epoch == epochs - 1:
            print(f"{epoch + 1}/{epochs} loss = {loss:.5f}")
    return w, b, history
