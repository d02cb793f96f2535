"""Loops over samples and outputs."""

import torch


def predict(X, weight, bias):
    rows = []
    for x in X:
        row = []
        for j in range(weight.shape[1]):
            row.append((x * weight[:, j]).sum() + bias[j])
        rows.append(torch.stack(row))
    return torch.stack(rows)
