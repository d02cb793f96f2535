"""Whole numbers stay whole numbers, and those cannot be multiplied with a float32 weight.

Advice: A list of ints becomes an int64 tensor. Name the dtype that the formula needs.
"""

FAILS = {"prediction", "one_sample"}

import torch


def predict_new(samples, weight, bias):
    X = torch.as_tensor(samples)
    if X.ndim == 1:
        X = X.unsqueeze(0)
    with torch.no_grad():
        return X @ weight + bias
