"""The result is transposed: one column for each sample instead of one row.

Advice: With the weight in front, the result has shape (k, n). What is asked for is (n, k).
"""

FAILS = {"weighted_sum"}

import torch


def predict(X, weight, bias):
    return weight.T @ X.T + bias.unsqueeze(1)
