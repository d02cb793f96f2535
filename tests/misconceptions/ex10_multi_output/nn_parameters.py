"""The parameters are made with nn.Parameter, which belongs to torch.nn.

Advice: A tensor that requires grad is all you need here; you drew such tensors in exercise 2.
"""

FAILS = {"start", "fit", "history"}

import torch
from torch.nn import Parameter


def fit(features, targets, lr, epochs):
    X = torch.tensor(features, dtype=torch.float32)
    y = torch.tensor(targets, dtype=torch.float32)
    weight = Parameter(torch.randn(X.shape[1], y.shape[1]))
    bias = Parameter(torch.randn(y.shape[1]))
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
