"""The predictions are rounded to whole numbers.

Advice: Round for display only: a rounded number has no useful gradient.
"""

FAILS = {"weighted_sum", "gradient_flow"}

import torch


def predict(X, weight, bias):
    return torch.round(X @ weight + bias)
