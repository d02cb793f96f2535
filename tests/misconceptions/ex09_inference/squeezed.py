"""Axes of size 1 are squeezed out of the result: a table with one row or one column loses its shape.

Advice: The result always has shape (m, k), even when m or k is 1.
"""

FAILS = {"one_sample"}

import torch


def predict_new(samples, weight, bias):
    X = torch.as_tensor(samples, dtype=torch.float32)
    if X.ndim == 1:
        X = X.unsqueeze(0)
    with torch.no_grad():
        return (X @ weight + bias).squeeze()
