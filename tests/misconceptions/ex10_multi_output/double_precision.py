"""Everything is float64: the returned parameters have the wrong dtype.

Advice: More digits do not make the fit any better. The course works in float32 throughout.
"""

FAILS = {"start", "fit"}

import torch


def fit(features, targets, lr, epochs):
    X = torch.tensor(features, dtype=torch.float64)
    y = torch.tensor(targets, dtype=torch.float64)
    weight = torch.randn(X.shape[1], y.shape[1], dtype=torch.float64, requires_grad=True)
    bias = torch.randn(y.shape[1], dtype=torch.float64, requires_grad=True)
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
