"""One output after the other, and the columns put side by side."""

import torch


def predict(X, weight, bias):
    columns = [X @ w + b for w, b in zip(weight.T, bias)]
    return torch.stack(columns, dim=1)
