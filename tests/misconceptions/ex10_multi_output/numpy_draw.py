"""The first parameters do not come from torch's global generator, so torch.manual_seed does not reach them.

Advice: NumPy's and Python's random numbers, and a generator of your own, know nothing of torch's
seed. After torch.manual_seed the draw has to be repeatable, so let torch draw.
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
