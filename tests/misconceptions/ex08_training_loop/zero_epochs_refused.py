"""`epochs=0` raises an error, though it only means that nothing is to be done.

Advice: Zero epochs is a fair request: the parameters as they are, and an empty history.
"""

FAILS = {"zero_epochs"}

import torch


def train(X, y, weight, bias, lr, epochs, log_every=100):
    if epochs < 1:
        raise ValueError("epochs must be at least 1")
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
