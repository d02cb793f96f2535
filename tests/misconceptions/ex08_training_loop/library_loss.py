"""The loss comes from `torch.nn.functional`, and this exercise does without `torch.nn`.

Advice: You wrote this loss before, in one line. Write that line here again.
"""

FAILS = {"train", "history", "log", "zero_epochs"}

import torch
import torch.nn.functional as errors


def train(X, y, weight, bias, lr, epochs, log_every=100):
    history = []
    for epoch in range(epochs):
        pred = X @ weight + bias
        loss = errors.mse_loss(pred, y)
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
