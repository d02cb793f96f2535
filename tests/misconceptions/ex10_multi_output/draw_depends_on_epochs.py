"""More random numbers are drawn before the parameters for more epochs, so the start depends on epochs.

Advice: After the same seed, the parameters must be the same for any number of epochs. Draw them
before anything else.
"""

FAILS = {"fit"}

import torch


def fit(features, targets, lr, epochs):
    X = torch.tensor(features, dtype=torch.float32)
    y = torch.tensor(targets, dtype=torch.float32)
    orders = [torch.randperm(len(X)) for _ in range(epochs)]
    weight = torch.randn(X.shape[1], y.shape[1], requires_grad=True)
    bias = torch.randn(y.shape[1], requires_grad=True)
    history = []
    for epoch in range(epochs):
        rows = orders[epoch]
        pred = X[rows] @ weight + bias
        loss = torch.mean((pred - y[rows]) ** 2)
        history.append(loss.item())
        loss.backward()
        with torch.no_grad():
            weight -= lr * weight.grad
            bias -= lr * bias.grad
        weight.grad = None
        bias.grad = None
    return weight, bias, history
