"""The errors are flattened, and their dot product with themselves is the sum of squares."""

import torch


def mse_loss(pred, y):
    flat = (pred - y).reshape(-1)
    return torch.dot(flat, flat) / len(flat)
