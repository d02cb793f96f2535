"""The sign of negative predictions is lost.

Advice: A linear model may predict negative numbers. Whether they make sense is a question about
the data.
"""

FAILS = {"weighted_sum"}

import torch


def predict(X, weight, bias):
    return torch.abs(X @ weight + bias)
