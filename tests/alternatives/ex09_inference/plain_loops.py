"""Adds up every product in Python, on plain numbers."""

import torch


def predict_new(samples, weight, bias):
    rows = samples.tolist() if isinstance(samples, torch.Tensor) else list(samples)
    if not isinstance(rows[0], (list, tuple)):
        rows = [rows]
    W, b = weight.tolist(), bias.tolist()
    result = []
    for row in rows:
        line = []
        for j in range(len(b)):
            total = b[j]
            for i in range(len(row)):
                total += row[i] * W[i][j]
            line.append(total)
        result.append(line)
    return torch.tensor(result, dtype=torch.float32)
