"""The gradients are computed once before the loop, and every epoch uses them again.

Advice: After a step the slope is different. What has to be inside the loop?
"""

FAILS = {"train", "history"}

import torch


def train(X, y, weight, bias, lr, epochs, log_every=100):
    history = []
    first_loss = torch.mean((X @ weight + bias - y) ** 2)
    grad_weight, grad_bias = torch.autograd.grad(first_loss, (weight, bias))
    for epoch in range(epochs):
        with torch.no_grad():
            loss = torch.mean((X @ weight + bias - y) ** 2)
            history.append(loss.item())
            weight -= lr * grad_weight
            bias -= lr * grad_bias
        if epoch % log_every == 0 or epoch == epochs - 1:
            print(f"{epoch + 1}/{epochs} loss = {loss.item():.5f}")
    return weight, bias, history
