"""The factor 2 from the derivative of the square is missing from the gradients.

Advice: The derivative of e squared is 2 e. The losses are right; the steps are half as long as they
should be.
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
        w -= lr * X.T @ error / error.numel()
        b -= lr * error.mean(dim=0) / error.shape[1]
        if epoch % log_every == 0 or epoch == epochs - 1:
            print(f"{epoch + 1}/{epochs} loss = {loss:.5f}")
    return w, b, history
