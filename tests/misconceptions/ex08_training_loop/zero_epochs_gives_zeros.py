"""For `epochs=0` parameters of zeros are returned, not the ones that were passed.

Advice: Nothing was trained, so nothing has changed: what came in goes out.
"""

FAILS = {"zero_epochs"}

import torch


def train(X, y, weight, bias, lr, epochs, log_every=100):
    if epochs == 0:
        return torch.zeros_like(weight), torch.zeros_like(bias), []
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
