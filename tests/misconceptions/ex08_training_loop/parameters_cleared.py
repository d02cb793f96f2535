"""In every epoch the parameters themselves are set to zero instead of their gradients.

Advice: What was learned is in the tensor; what is used up is in its `.grad`. Which of them do you
empty?
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
        weight.data -= lr * weight.grad
        bias.data -= lr * bias.grad
        weight.data.zero_()
        bias.data.zero_()
        weight.grad = None
        bias.grad = None
        if epoch % log_every == 0 or epoch == epochs - 1:
            print(f"{epoch + 1}/{epochs} loss = {loss.item():.5f}")
    return weight, bias, history
