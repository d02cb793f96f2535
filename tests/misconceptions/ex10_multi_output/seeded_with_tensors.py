"""There are two mistakes. The function seeds torch. The history holds tensors, not Python floats.

Advice: Leave the seed to the program that calls you; delete the line. A loss that is only to be
read or plotted should be a plain number.
"""

FAILS = {"start", "history"}

import torch


def fit(features, targets, lr, epochs):
    torch.manual_seed(42)
    X = torch.FloatTensor(features)
    y = torch.FloatTensor(targets)
    weight = torch.randn(X.shape[1], y.shape[1], requires_grad=True)
    bias = torch.randn(y.shape[1], requires_grad=True)
    history = []
    for epoch in range(epochs):
        loss = ((X @ weight + bias - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            weight -= lr * weight.grad
            bias -= lr * bias.grad
            weight.grad.zero_()
            bias.grad.zero_()
        history.append(loss)
    return weight, bias, history
