"""The parameters are changed in place while autograd is recording, which PyTorch refuses.

Advice: Read the last line of the error. The update is not part of the prediction, so it should not
be recorded.
"""

FAILS = {"train", "history", "log"}

import torch


def train(X, y, weight, bias, lr, epochs, log_every=100):
    history = []
    for epoch in range(epochs):
        pred = X @ weight + bias
        loss = torch.mean((pred - y) ** 2)
        history.append(loss.item())
        loss.backward()
        weight -= lr * weight.grad
        bias -= lr * bias.grad
        weight.grad = None
        bias.grad = None
        if epoch % log_every == 0 or epoch == epochs - 1:
            print(f"{epoch + 1}/{epochs} loss = {loss.item():.5f}")
    return weight, bias, history
