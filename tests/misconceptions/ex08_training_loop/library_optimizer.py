"""`torch.optim.SGD` updates the parameters, which this exercise asks you to do yourself.

Advice: All of `torch.optim` waits until a later exercise. What does its `step` do with each
parameter?
"""

FAILS = {"train", "history", "log", "zero_epochs"}

import torch
from torch.optim import SGD as S


def train(X, y, weight, bias, lr, epochs, log_every=100):
    optimizer = S([weight, bias], lr=lr)
    history = []
    for epoch in range(epochs):
        pred = X @ weight + bias
        loss = torch.mean((pred - y) ** 2)
        history.append(loss.item())
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        if epoch % log_every == 0 or epoch == epochs - 1:
            print(f"{epoch + 1}/{epochs} loss = {loss.item():.5f}")
    return weight, bias, history
