"""Two loops over all entries, adding up 0-dimensional tensors."""

import torch


def mse_loss(pred, y):
    n, k = pred.shape
    total = torch.zeros(())
    for i in range(n):
        for j in range(k):
            total = total + (pred[i, j] - y[i, j]) ** 2
    return total / (n * k)
