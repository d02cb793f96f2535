"""The predictions were averaged into one number.

Advice: The average belongs to the loss. Each sample keeps its own prediction.
"""

FAILS = {"weighted_sum"}

import torch


def predict(X, weight, bias):
    return torch.mean(X @ weight + bias)
