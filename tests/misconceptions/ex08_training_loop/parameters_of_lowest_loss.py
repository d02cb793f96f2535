"""The parameters with the lowest measured loss are returned, not those after the last update.

Advice: The loss is measured before the update, so the last update is missing in what you keep.
"""

FAILS = {"train"}

import torch


def train(X, y, weight, bias, lr, epochs, log_every=100):
    history = []
    best = float("inf")
    best_weight, best_bias = weight, bias
    for epoch in range(epochs):
        loss = torch.mean((X @ weight + bias - y) ** 2)
        history.append(loss.item())
        if loss.item() < best:
            best = loss.item()
            best_weight = weight.detach().clone()
            best_bias = bias.detach().clone()
        loss.backward()
        with torch.no_grad():
            weight -= lr * weight.grad
            bias -= lr * bias.grad
        weight.grad = None
        bias.grad = None
        if epoch % log_every == 0 or epoch == epochs - 1:
            print(f"{epoch + 1}/{epochs} loss = {loss.item():.5f}")
    return best_weight, best_bias, history
