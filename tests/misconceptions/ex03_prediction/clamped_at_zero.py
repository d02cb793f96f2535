"""Negative predictions were cut off at zero.

Advice: A linear model may predict any number; clamping makes it another model.
"""

FAILS = {"weighted_sum"}

import torch


def predict(X, weight, bias):
    return torch.clamp(X @ weight + bias, min=0)
