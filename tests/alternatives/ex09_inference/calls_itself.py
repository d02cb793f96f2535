"""One sample: the function calls itself with a table of one row."""

import torch


def predict_new(samples, weight, bias):
    X = torch.as_tensor(samples, dtype=torch.float32)
    if X.ndim == 1:
        return predict_new(X.unsqueeze(0), weight, bias)
    with torch.no_grad():
        return torch.cat([X, torch.ones(len(X), 1)], dim=1) @ torch.cat([weight, bias[None]])
