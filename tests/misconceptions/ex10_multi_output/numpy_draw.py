"""The first parameters come from NumPy's generator, which torch's seed does not reach.

Advice: After `torch.manual_seed` the draw has to be repeatable, so let torch draw.
"""

FAILS = {"start", "fit"}

import torch
import numpy as np


def fit(features, targets, lr, epochs):
    X = torch.tensor(features, dtype=torch.float32)
    y = torch.tensor(targets, dtype=torch.float32)
    weight = torch.tensor(
        np.random.randn(X.shape[1], y.shape[1]), dtype=torch.float32, requires_grad=True
    )
    bias = torch.tensor(np.random.randn(y.shape[1]), dtype=torch.float32, requires_grad=True)
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
