"""The returned parameters are float64.

Advice: Look for `double()` or `float64`. You may compute as you like, but what you return should be float32.
"""

FAILS = {"train", "zero_epochs"}

import torch


def train(X, y, weight, bias, lr, epochs, log_every=100):
    X, y = X.double(), y.double()
    weight = weight.detach().double().requires_grad_()
    bias = bias.detach().double().requires_grad_()
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
