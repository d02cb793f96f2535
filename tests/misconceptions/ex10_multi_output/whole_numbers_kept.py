"""The lists become tensors of whole numbers, which cannot be multiplied with a float32 weight.

Advice: A list of ints becomes int64 unless you name the dtype.
"""

FAILS = {"fit"}

import torch


def fit(features, targets, lr, epochs):
    X = torch.tensor(features)
    y = torch.tensor(targets)
    weight = torch.randn(X.shape[1], y.shape[1], requires_grad=True)
    bias = torch.randn(y.shape[1], requires_grad=True)
    history = []
    for epoch in range(epochs):
        pred = X @ weight + bias
        loss = torch.mean((pred - y) ** 2)
        history.append(loss.item())
        loss.backward()
        with torch.no_grad():
            weight -= lr * weight.grad
            bias -= lr * bias.grad
        weight.grad = None
        bias.grad = None
    return weight, bias, history
