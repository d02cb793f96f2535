"""All numbers in one long row first, then cut into rows again."""

import torch


def to_tensors(features, targets, dtype=torch.float32):
    tensors = []
    for rows in (features, targets):
        flat = [number for row in rows for number in row]
        tensors.append(torch.tensor(flat, dtype=dtype).view(len(rows), len(rows[0])))
    X, y = tensors
    return X, y
