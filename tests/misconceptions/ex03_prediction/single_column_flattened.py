"""A single output was flattened to shape (n,).

Advice: One output is still a column: shape (n, 1).
"""

FAILS = {"weighted_sum"}

import torch


def predict(X, weight, bias):
    return (X @ weight + bias).squeeze()
