"""backward() has nothing to go back along: weight and bias do not require grad, or their way to the loss is cut.

Advice: torch records only what depends on a tensor that requires grad. Make sure that both
parameters do, and that neither detach() nor no_grad() cuts their way to the loss.
"""

FAILS = {"fit", "history"}

import torch


def fit(features, targets, lr, epochs):
    X = torch.tensor(features, dtype=torch.float32)
    y = torch.tensor(targets, dtype=torch.float32)
    weight = torch.randn(X.shape[1], y.shape[1])
    bias = torch.randn(y.shape[1])
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
