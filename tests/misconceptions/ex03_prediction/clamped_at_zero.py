"""Negative predictions are cut off at zero.

Advice: A linear model may predict any number; clamping makes it a different model.
"""

FAILS = {"weighted_sum"}

import torch


def predict(X, weight, bias):
    return torch.clamp(X @ weight + bias, min=0)
