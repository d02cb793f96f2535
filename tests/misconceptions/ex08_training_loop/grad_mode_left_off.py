"""Gradient recording is switched off for the update, and is still off when the function returns.

Advice: Later code may need gradients. A `with` block switches recording back on by itself.
"""

FAILS = {"train"}

import torch


def train(X, y, weight, bias, lr, epochs, log_every=100):
    history = []
    for epoch in range(epochs):
        torch.set_grad_enabled(True)
        pred = X @ weight + bias
        loss = torch.mean((pred - y) ** 2)
        history.append(loss.item())
        loss.backward()
        torch.set_grad_enabled(False)
        weight -= lr * weight.grad
        bias -= lr * bias.grad
        weight.grad = None
        bias.grad = None
        if epoch % log_every == 0 or epoch == epochs - 1:
            print(f"{epoch + 1}/{epochs} loss = {loss.item():.5f}")
    return weight, bias, history
