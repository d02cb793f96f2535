"""The last line is printed once more after the loop, even if the loop has already printed it.

Advice: Try 5 epochs with `log_every=2`: epoch 5 is the last one, and it is due anyway. Once is
enough.
"""

FAILS = {"log"}

import torch


def train(X, y, weight, bias, lr, epochs, log_every=100):
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
        if epoch % log_every == 0:
            print(f"{epoch + 1}/{epochs} loss = {loss.item():.5f}")
    if epochs > 0:
        print(f"{epochs}/{epochs} loss = {history[-1]:.5f}")
    return weight, bias, history
