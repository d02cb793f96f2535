"""The loop asks whether to stop only after the first epoch, so `epochs=0` still takes a step.

Advice: Ask before the first step. For `epochs=0` the parameters come back as they were.
"""

FAILS = {"zero_epochs"}

import torch


def train(X, y, weight, bias, lr, epochs, log_every=100):
    history = []
    epoch = 0
    while True:
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
        epoch += 1
        if epoch >= epochs:
            break
    return weight, bias, history
