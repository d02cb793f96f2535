"""The prediction leaves the bias out, so the line must go through the origin.

Advice: Compare your prediction with the formula of the page: a weighted sum, and one more term.
"""

FAILS = {"train", "history"}

import torch


def train(X, y, weight, bias, lr, epochs, log_every=100):
    history = []
    for epoch in range(epochs):
        pred = X @ weight
        loss = torch.mean((pred - y) ** 2)
        history.append(loss.item())
        grad_weight, = torch.autograd.grad(loss, [weight])
        with torch.no_grad():
            weight -= lr * grad_weight
        if epoch % log_every == 0 or epoch == epochs - 1:
            print(f"{epoch + 1}/{epochs} loss = {loss.item():.5f}")
    return weight, bias, history
