"""Each column of the features is divided by its largest number before the training.

Advice: Train on the numbers as they are given.
"""

FAILS = {"start", "fit", "history"}

import numpy as np
import torch
from torch import Tensor


def fit(features, targets, lr: float, epochs: int) -> tuple[Tensor, Tensor, list[float]]:
    X = np.array(features, dtype=np.float32)
    X = torch.from_numpy(X / np.abs(X).max(axis=0))
    y = torch.from_numpy(np.array(targets, dtype=np.float32))
    n, d = X.shape
    k = y.shape[1]
    w = torch.randn(d, k)
    b = torch.randn(k)
    losses = []
    for _ in range(epochs):
        err = X @ w + b - y
        losses.append(float((err**2).mean()))
        w = w - lr * (2 / (n * k)) * (X.T @ err)
        b = b - lr * (2 / (n * k)) * err.sum(dim=0)
    return w, b, losses
