"""The call changes torch's default dtype, for all code that runs after it.

Advice: Name the dtype of your own tensors where you make them; a default is shared by the whole
program.
"""

FAILS = {"fit"}

import torch


def fit(features, targets, lr, epochs):
    torch.set_default_dtype(torch.float64)
    X = torch.tensor(features, dtype=torch.float64)
    y = torch.tensor(targets, dtype=torch.float64)
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
    return weight.float(), bias.float(), history
