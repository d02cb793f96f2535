"""The way from the parameters to the loss is cut, so backward() has nothing to go back along.

Advice: detach(), .data, item(), numpy() and torch.no_grad() all cut it. Autograd needs the whole
way: cut off only what is to be kept or printed.
"""

FAILS = {"train", "history", "log"}

import torch


def train(X, y, weight, bias, lr, epochs, log_every=100):
    history = []
    for epoch in range(epochs):
        pred = (X @ weight + bias).detach()
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
