"""The product is taken the other way round and turned afterwards; the mean is one for each output."""

import torch


def manual_gradients(X, y, weight, bias):
    error = torch.matmul(X, weight) + bias - y
    n, k = y.shape
    return 2 * (error.T @ X).T / (n * k), 2 * error.mean(dim=0) / k
