"""A column of the weight and one bias for each output, trained side by side and put together at the end."""

import torch


def fit(features, targets, lr, epochs):
    X = torch.tensor(features, dtype=torch.float32)
    y = torch.tensor(targets, dtype=torch.float32)
    d, k = X.shape[1], y.shape[1]
    columns = [torch.randn(d) for _ in range(k)]
    biases = [torch.randn(()) for _ in range(k)]
    history = []
    for _ in range(epochs):
        squares = 0.0
        for j in range(k):
            error = X @ columns[j] + biases[j] - y[:, j]
            squares += error.square().sum().item()
            columns[j] = columns[j] - lr * 2 / y.numel() * (X.T @ error)
            biases[j] = biases[j] - lr * 2 / y.numel() * error.sum()
        history.append(squares / y.numel())
    return torch.stack(columns, dim=1), torch.stack(biases), history
