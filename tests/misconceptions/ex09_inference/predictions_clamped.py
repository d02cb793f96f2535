"""Predictions below 0 are replaced by 0.

Advice: A negative score makes no sense, but the model says what it says. Return its numbers
unchanged.
"""

FAILS = {"prediction", "one_sample"}

import torch


def predict_new(samples, weight, bias):
    X = torch.as_tensor(samples, dtype=torch.float32)
    if X.ndim == 1:
        X = X.unsqueeze(0)
    with torch.no_grad():
        return torch.clamp(X @ weight + bias, min=0)
