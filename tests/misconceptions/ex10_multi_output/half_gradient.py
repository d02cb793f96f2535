"""The gradients are half of what they should be: the 2 from the square is missing.

Advice: The derivative of e ** 2 is 2 * e. Check one entry of the gradient by hand.
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
        error = X @ weight + bias - y
        history.append(torch.mean(error**2).item())
        grad_weight = 1 / error.numel() * X.T @ error
        grad_bias = 1 / error.numel() * error.sum(dim=0)
        weight = weight - lr * grad_weight
        bias = bias - lr * grad_bias
    return weight, bias, history
