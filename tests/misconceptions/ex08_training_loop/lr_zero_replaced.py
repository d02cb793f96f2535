"""A learning rate of 0 is mistaken for a missing one and replaced by 0.01.

Advice: In Python, 0.0 counts as false. What does `lr or 0.01` give for `lr = 0.0`?
"""

FAILS = {"train"}

import torch


def train(X, y, weight, bias, lr, epochs, log_every=100):
    lr = lr or 0.01
    history = []
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
    return weight, bias, history
