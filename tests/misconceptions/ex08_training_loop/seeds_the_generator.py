"""The training is right, but the call seeds torch's global generator.

Advice: Nothing in this loop is random. Setting a seed is up to the person who runs the program.
"""

FAILS = {"train"}

import torch


def train(X, y, weight, bias, lr, epochs, log_every=100):
    torch.manual_seed(42)
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
