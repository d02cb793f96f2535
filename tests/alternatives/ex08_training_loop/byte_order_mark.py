"""The file begins with a UTF-8 byte order mark; the recording is asked for only around the loss."""

import torch


def train(X, y, weight, bias, lr, epochs, log_every=100):
    history = list()
    with torch.no_grad():
        for epoch in range(epochs):
            with torch.enable_grad():
                loss = torch.mean((X @ weight + bias - y) ** 2)
            loss.backward()
            history.append(loss.item())
            weight -= lr * weight.grad
            bias -= lr * bias.grad
            weight.grad = None
            bias.grad = None
            if epoch % log_every == 0 or epoch == epochs - 1:
                print(f"{epoch + 1}/{epochs} loss = {loss.item():.5f}")
    return weight, bias, history
