"""There are two mistakes. Only the weight is drawn; the bias starts at zero. The losses are those after the update.

Advice: Many libraries start a bias at zero, but here both parameters are drawn. Item 0 is the loss
of the parameters as drawn. The loss that you differentiate in an epoch is the one to keep.
"""

FAILS = {"start", "history"}

import torch


def fit(features, targets, lr, epochs):
    X = torch.tensor(features, dtype=torch.float32)
    y = torch.tensor(targets, dtype=torch.float32)
    weight = torch.randn(X.shape[1], y.shape[1], requires_grad=True)
    bias = torch.zeros(y.shape[1], requires_grad=True)
    history = []
    for epoch in range(epochs):
        loss = ((X @ weight + bias - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            weight -= lr * weight.grad
            bias -= lr * bias.grad
            weight.grad.zero_()
            bias.grad.zero_()
            new_loss = ((X @ weight + bias - y) ** 2).mean()
        history.append(new_loss.item())
    return weight, bias, history
