"""There are two mistakes. A sum is taken instead of a mean. Only the weight is updated; the bias keeps its first value.

Advice: The loss is a mean over all entries. Otherwise more samples would mean longer steps. Two
parameters, two update lines. Data whose best bias is 0 hides this; other data does not.
"""

FAILS = {"train", "history", "log"}

import torch


def train(X, y, weight, bias, lr, epochs, log_every=100):
    history = []
    for epoch in range(epochs):
        loss = ((X @ weight + bias - y) ** 2).sum()
        history.append(loss.item())
        loss.backward()
        with torch.no_grad():
            weight -= lr * weight.grad
            weight.grad.zero_()
        if epoch % log_every == 0 or epoch == epochs - 1:
            print(f"{epoch + 1}/{epochs} loss = {loss.item():.5f}")
    return weight, bias, history
