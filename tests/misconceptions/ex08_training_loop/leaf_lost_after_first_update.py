"""After the first update the parameters are no longer leaves, so the second epoch finds no `.grad`.

Advice: Assigning the result of a recorded calculation replaces the leaf. Do the update without recording.
"""

FAILS = {"train", "history", "log"}

import torch


def train(X, y, weight, bias, lr, epochs, log_every=100):
    history = []
    for epoch in range(epochs):
        pred = X @ weight + bias
        loss = torch.mean((pred - y) ** 2)
        history.append(loss.item())
        loss.backward()
        weight = weight - lr * weight.grad
        bias = bias - lr * bias.grad
        if epoch % log_every == 0 or epoch == epochs - 1:
            print(f"{epoch + 1}/{epochs} loss = {loss.item():.5f}")
    return weight, bias, history
