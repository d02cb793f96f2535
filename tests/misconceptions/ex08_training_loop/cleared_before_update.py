"""The gradients are cleared between `backward()` and the update, so nothing ever moves.

Advice: Go through one epoch line by line and say what `.grad` holds. It must be full when the parameters move.
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
        weight.grad.zero_()
        bias.grad.zero_()
        with torch.no_grad():
            weight -= lr * weight.grad
            bias -= lr * bias.grad
        if epoch % log_every == 0 or epoch == epochs - 1:
            print(f"{epoch + 1}/{epochs} loss = {loss.item():.5f}")
    return weight, bias, history
