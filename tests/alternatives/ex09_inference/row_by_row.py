"""Predicts row by row and stacks the results."""

import torch


def predict_one(row, weight, bias):
    return (row.unsqueeze(1) * weight).sum(dim=0) + bias


def predict_new(samples, weight, bias):
    X = torch.as_tensor(samples, dtype=torch.float32)
    rows = [X] if X.ndim == 1 else list(X)
    with torch.no_grad():
        return torch.stack([predict_one(row, weight=weight, bias=bias) for row in rows])
