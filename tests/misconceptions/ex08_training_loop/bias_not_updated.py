"""Only the weight is updated; the bias keeps its first value.

Advice: Two parameters, two update lines. Data whose best bias is 0 hides this; other data does not.
"""

FAILS = {"train", "history"}

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
        weight.grad = None
        bias.grad = None
        if epoch % log_every == 0 or epoch == epochs - 1:
            print(f"{epoch + 1}/{epochs} loss = {loss.item():.5f}")
    return weight, bias, history
