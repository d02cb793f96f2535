"""The training is right, but torch's default dtype is different afterwards.

Advice: A setting of torch holds for the whole program. The data already has the dtype that it needs.
"""

FAILS = {"train"}

import torch


def train(X, y, weight, bias, lr, epochs, log_every=100):
    torch.set_default_dtype(torch.float64)
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
