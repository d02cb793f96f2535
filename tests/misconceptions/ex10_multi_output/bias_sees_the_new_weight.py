"""The bias's gradient is computed after the weight has moved, from different errors than the weight's.

Advice: Both gradients belong to the same point. Compute both of them, and only then move the
parameters.
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
        grad_weight = 2 / error.numel() * X.T @ error
        weight = weight - lr * grad_weight
        error = X @ weight + bias - y
        grad_bias = 2 / error.numel() * error.sum(dim=0)
        bias = bias - lr * grad_bias
    return weight, bias, history
