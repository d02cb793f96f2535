"""The lines end with carriage return and line feed; zero epochs are a case of their own."""

import torch


def train(X, y, weight, bias, lr, epochs, log_every=100):
    if epochs == 0:
        print("nothing to do")
        return weight, bias, []
    history = [0.0] * epochs
    for epoch in range(epochs):
        loss = torch.mean((X @ weight + bias - y) ** 2)
        history[epoch] = loss.item()
        loss.backward()
        with torch.no_grad():
            weight -= lr * weight.grad
            bias -= lr * bias.grad
        weight.grad = None
        bias.grad = None
        if epoch % log_every == 0 or epoch == epochs - 1:
            print(f"{epoch + 1}/{epochs} loss = {loss.item():.5f}")
    return weight.detach(), bias.detach(), history
