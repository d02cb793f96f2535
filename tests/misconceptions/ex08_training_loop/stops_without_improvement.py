"""The training ends when the loss has not improved for ten epochs, before all epochs are done.

Advice: Stopping early has its uses, but the caller asked for `epochs` steps. How would the caller
notice a loss that keeps growing?
"""

FAILS = {"history"}

import torch


def train(X, y, weight, bias, lr, epochs, log_every=100):
    history = []
    best = float("inf")
    waited = 0
    for epoch in range(epochs):
        loss = torch.mean((X @ weight + bias - y) ** 2)
        history.append(loss.item())
        if epoch % log_every == 0 or epoch == epochs - 1:
            print(f"{epoch + 1}/{epochs} loss = {loss.item():.5f}")
        loss.backward()
        with torch.no_grad():
            weight -= lr * weight.grad
            bias -= lr * bias.grad
        weight.grad = None
        bias.grad = None
        if loss.item() < best:
            best = loss.item()
            waited = 0
        else:
            waited += 1
        if waited == 10:
            break
    return weight, bias, history
