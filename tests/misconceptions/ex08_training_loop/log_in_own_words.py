"""The log line does not have the form that the page asks for.

Advice: Compare your line with the page character by character: words, capitals, spaces and signs.
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
        if epoch % log_every == 0 or epoch == epochs - 1:
            print(f"Epoch {epoch + 1}/{epochs}, loss: {loss.item():.5f}")
    return weight, bias, history
