"""The loop ends as soon as the loss is small or grows, before all epochs are done.

Advice: `epochs` is the number of steps to take, no more and no fewer, even when the loss is small
or rises.
"""

FAILS = {"train", "history"}

import torch


def train(X, y, weight, bias, lr, epochs, log_every=100):
    history = []
    for epoch in range(epochs):
        loss = torch.mean((X @ weight + bias - y) ** 2)
        history.append(loss.item())
        if epoch % log_every == 0 or epoch == epochs - 1:
            print(f"{epoch + 1}/{epochs} loss = {loss.item():.5f}")
        if loss.item() < 1e-3 or (epoch > 0 and history[-1] > history[-2]):
            break
        loss.backward()
        with torch.no_grad():
            weight -= lr * weight.grad
            bias -= lr * bias.grad
        weight.grad = None
        bias.grad = None
    return weight, bias, history
