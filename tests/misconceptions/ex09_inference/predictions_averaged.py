"""The predictions are averaged over the samples: one row for all of them.

Advice: Every new sample has a prediction of its own. A mean has its place in the loss, and there
is no loss here.
"""

FAILS = {"prediction"}

import torch


def predict_new(samples, weight, bias):
    X = torch.as_tensor(samples, dtype=torch.float32)
    if X.ndim == 1:
        X = X.unsqueeze(0)
    with torch.no_grad():
        return torch.mean(X @ weight + bias, dim=0, keepdim=True)
