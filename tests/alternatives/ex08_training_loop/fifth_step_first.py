"""The gradients are cleared before `backward()`, and filled with zeros."""

import torch


def train(X, y, weight, bias, lr, epochs, log_every=100):
    history = []
    for epoch in range(1, epochs + 1):
        loss = ((X @ weight + bias - y) ** 2).mean()
        for parameter in (weight, bias):
            if parameter.grad is not None:
                parameter.grad.zero_()
        loss.backward()
        with torch.no_grad():
            weight -= lr * weight.grad
            bias -= lr * bias.grad
        history.append(float(loss.detach()))
        if (epoch - 1) % log_every == 0 or epoch == epochs:
            print(f"{epoch}/{epochs} loss = {loss.item():.5f}")
    return weight, bias, history
