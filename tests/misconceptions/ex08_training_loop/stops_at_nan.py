"""The training ends as soon as the loss is inf or nan, before all epochs are done.

Advice: Such a loss tells the caller that lr is far too large. How long should the history be, whatever the losses
are?
"""

FAILS = {"history"}

import torch


def train(X, y, weight, bias, lr, epochs, log_every=100):
    history = []
    for epoch in range(epochs):
        loss = torch.mean((X @ weight + bias - y) ** 2)
        if not torch.isfinite(loss):
            break
        history.append(loss.item())
        if epoch % log_every == 0 or epoch == epochs - 1:
            print(f"{epoch + 1}/{epochs} loss = {loss.item():.5f}")
        loss.backward()
        with torch.no_grad():
            weight -= lr * weight.grad
            bias -= lr * bias.grad
        weight.grad = None
        bias.grad = None
    return weight, bias, history
